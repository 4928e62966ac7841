"""Which addresses should a search engine know?"""

from collections.abc import Iterable
from xml.sax.saxutils import escape


def sitemap(site_address: str, paths: Iterable[str]) -> bytes:
    """Return the sitemap (sitemaps.org 0.9) of the pages at ``paths``, each ``…/index.md``."""
    addresses = sorted(site_address + path.removesuffix("index.md") for path in paths if path.endswith("index.md"))
    lines = (f"<url><loc>{escape(address)}</loc></url>" for address in addresses)
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
            *lines,
            "</urlset>",
            "",
        )
    ).encode()
