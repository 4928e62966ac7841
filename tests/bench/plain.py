"""What would the same pages cost without our look? A plain Material site to compare with."""

import json
from pathlib import Path

import yaml

from tests.bench.measure import PROJECT

_SHARED = ("nav", "not_in_nav", "use_directory_urls", "markdown_extensions", "validation")
"""What decides how much work a page is, whatever it looks like."""


def plain_configuration(pages: Path) -> str:
    """Return the settings of MkDocs with Material as installed: our nav and Markdown, its search, its templates."""
    ours = yaml.load((PROJECT / "mkdocs.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    shared = {name: ours[name] for name in _SHARED if name in ours}
    plain = {
        "site_name": "Plain",
        "site_url": "https://vi-du.example/hdnd/",
        "docs_dir": str(pages.resolve()),
        "theme": {"name": "material", "language": "vi"},
        "plugins": ["search"],
    }
    return json.dumps(plain | shared, ensure_ascii=False, indent=2)
