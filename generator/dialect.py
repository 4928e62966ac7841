"""With which extensions does the renderer read Markdown?

The one list: MkDocs gets it in ``build/mkdocs.yml``, and whoever judges a text before it is rendered converts it
with the same. MkDocs would add ``toc``, ``tables`` and ``fenced_code`` by itself; so they stand here, too.
"""

from typing import Any

from markdown import Markdown  # type: ignore[import-untyped]

from generator.strings import say


def extensions() -> dict[str, dict[str, Any]]:
    """Return each extension of Python-Markdown with its settings, in the order in which MkDocs loads them."""
    return {
        "toc": {
            # A blank keeps the link's name its title; the sign is drawn in CSS.
            "permalink": " ",
            "permalink_title": say("phrases.permalink"),
            "toc_depth": 3,
        },
        # Pages may not carry `style=`: see generator/policy.py.
        "tables": {"use_align_attribute": True},
        "fenced_code": {},
        "attr_list": {},
        "def_list": {},
        "md_in_html": {},
    }


def renderer() -> Any:
    """Return the ``markdown.Markdown`` with which MkDocs makes HTML; ``reset()`` it between two texts."""
    configs = extensions()
    return Markdown(extensions=list(configs), extension_configs=configs)
