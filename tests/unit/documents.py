"""PDF documents written by hand, as plain as they can be."""

from collections.abc import Iterable

PAGES = ("<</Type/Catalog/Pages 2 0 R{catalog}>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>")
PAGE = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]{page}>>"


def pdf(*objects: str | bytes, catalog: str = "", page: str = "", trailer: str = "") -> bytes:
    """Return a document of one page; ``objects`` are numbered from 4."""
    first = (PAGES[0].replace("{catalog}", catalog), PAGES[1], PAGE.replace("{page}", page))
    written, places = b"%PDF-1.7\n", []
    for number, each in enumerate([*first, *objects], start=1):
        places.append(len(written))
        body = each if isinstance(each, bytes) else each.encode("latin-1")
        written += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    return written + _end(places, len(written), trailer)


def stream(content: bytes, head: str = "") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (head.encode(), len(content), content)


def _end(places: Iterable[int], start: int, trailer: str) -> bytes:
    lines = ["0000000000 65535 f ", *(f"{place:010} 00000 n " for place in places)]
    table = "xref\n0 {}\n{}\n".format(len(lines), "\n".join(lines))
    return f"{table}trailer\n<</Root 1 0 R/Size {len(lines)}{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
