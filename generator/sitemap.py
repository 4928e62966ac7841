"""Which addresses should a search engine know?"""

from xml.sax.saxutils import escape

from generator.model.site import Site
from generator.register import Register


def sitemap(site: Site, register: Register) -> bytes:
    """Return the sitemap (sitemaps.org 0.9) of every page."""
    addresses = sorted(site.address + address for address in register.entries)
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
