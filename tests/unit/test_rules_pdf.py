"""Is all that a PDF does and tells beside its pages found, however it is stored, and nothing imagined?"""

import zlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.actions import JavaScript
from pypdf.generic import NameObject, TextStringObject

from generator.rules.pdf import Findings, findings
from tests.unit.documents import pdf, stream

NOTHING = Findings((), ())
SCRIPT = "<</S/JavaScript/JS(app.alert\\(1\\))>>"
XMP = "<x:xmpmeta><dc:creator><rdf:Seq><rdf:li>Nguyễn Văn Kín</rdf:li></rdf:Seq></dc:creator></x:xmpmeta>"


def test_a_document_of_pages_alone_is_clear() -> None:
    assert findings(pdf(page="/Contents 4 0 R")) == NOTHING
    assert findings(pdf("<</Producer(Word)/Title(Báo cáo)/Creator(Word)>>", trailer="/Info 4 0 R")) == NOTHING


@pytest.mark.parametrize(
    ("does", "document"),
    [
        ("script", pdf(catalog="/Names<</JavaScript<</Names[(a) 4 0 R]>>>>")),
        ("script", pdf(SCRIPT)),
        ("script", pdf(SCRIPT, page="/Annots[<</Subtype/Link/A 4 0 R>>]")),
        ("script", pdf(catalog="/AcroForm<</XFA[(a) 4 0 R]>>")),
        ("launch", pdf("<</S/Launch/F(cmd.exe)>>")),
        ("launch", pdf("<</S/GoTo/D[3 0 R/Fit]/Next<</S/Launch/F(cmd.exe)>>>>")),
        ("sending", pdf("<</S/SubmitForm/F(https://khac.example)>>")),
        ("sending", pdf("<</S/ImportData/F(a.fdf)>>")),
        ("film", pdf("<</S/Rendition/R 5 0 R>>")),
        ("film", pdf("<</Subtype/RichMedia/RichMediaContent<<>>>>")),
        ("attachment", pdf(catalog="/Names<</EmbeddedFiles<</Names[]>>>>")),
        ("attachment", pdf("<</Type/Filespec/F(a.xlsx)/EF<</F 5 0 R>>>>", stream(b"PK", "/Type/EmbeddedFile"))),
        ("attachment", pdf(stream(b"PK", "/Type/EmbeddedFile"))),
        ("opening", pdf(catalog="/OpenAction<</S/URI/URI(https://khac.example)>>")),
        ("opening", pdf("<</S/URI/URI(https://khac.example)>>", page="/AA<</O 4 0 R>>")),
    ],
)
def test_what_a_document_does_is_found(does: str, document: bytes) -> None:
    found = findings(document)
    assert found is not None
    assert found.does == (does,)


@pytest.mark.parametrize(
    "document",
    [
        pdf(catalog="/OpenAction[3 0 R/Fit]"),
        pdf(catalog="/OpenAction<</S/GoTo/D[3 0 R/Fit]>>"),
        pdf(page="/Annots[<</Subtype/Link/A<</S/URI/URI(https://vi-du.example)>>>>]"),
        pdf(page="/AA<</O<</S/Named/N/NextPage>>>>"),
        pdf("<</Type/Sig/M(D:20240506)/Name(Ủy ban)>>".encode()),
    ],
)
def test_showing_a_place_following_a_link_and_signing_are_clear(document: bytes) -> None:
    assert findings(document) == NOTHING


@pytest.mark.parametrize(
    "document",
    [
        pdf("<</Author(Nguy\\303\\252n)>>", trailer="/Info 4 0 R"),
        pdf("<</Author<FEFF004E0067>/Title(a)>>", trailer="/Info 4 0 R"),
        pdf("<</Author(cua ban truoc)>>"),
        pdf(stream(XMP.encode(), "/Type/Metadata/Subtype/XML"), catalog="/Metadata 4 0 R"),
        pdf(stream(XMP.encode("utf-16"), "/Type/Metadata/Subtype/XML")),
        pdf(stream(zlib.compress(XMP.encode()), "/Type/Metadata/Filter/FlateDecode")),
        pdf(page="/Annots[<</Subtype/Text/T(Kin)/Contents(sua lai)>>]"),
        pdf("<</Subtype/Highlight/T(Kin)>>", page="/Annots[4 0 R]"),
    ],
)
def test_the_name_of_who_wrote_it_or_on_it_is_found(document: bytes) -> None:
    found = findings(document)
    assert found is not None
    assert found.does == ()
    assert len(found.authors) == 1


@pytest.mark.parametrize("author", ["()", "( )", "<FEFF>"])
def test_an_author_who_is_nobody_is_nobody(author: str) -> None:
    assert findings(pdf(f"<</Author{author}>>", trailer="/Info 4 0 R")) == NOTHING


def test_names_are_told_once_and_in_order() -> None:
    found = findings(pdf("<</Author(Kin)>>", "<</Author( An \n Binh )>>", "<</Author(Kin)>>"))
    assert found == Findings((), ("An Binh", "Kin"))


def packed(content: bytes, password: str | None = None) -> bytes:
    """Return the document with its objects in compressed streams, as Word writes it, or under a password."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    if password is not None:
        writer.encrypt(password, "of the owner", algorithm="RC4-128")
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def test_a_document_that_anybody_can_open_is_looked_into_although_it_is_encrypted() -> None:
    found = findings(packed(pdf(catalog="/OpenAction " + SCRIPT), password=""))
    assert found is not None
    assert "script" in found.does


def test_a_document_under_a_password_cannot_be_looked_into() -> None:
    assert findings(packed(pdf(), password="1")) is None


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"%PDF-1.7\n%%EOF", b"%PDF-1.7" + b"\0" * 1000])
def test_a_document_without_pages_cannot_be_looked_into(content: bytes) -> None:
    assert findings(content) is None


def test_what_is_in_a_stream_of_objects_is_found() -> None:
    inside = b"4 0 5 34 <</S/JavaScript/JS(app.alert(1))>>   <</Author(Kin)>>"
    body = inside[9:]
    second = body.index(b"<</Author")
    head = b"4 0 5 %d " % second
    objects = stream(zlib.compress(head + body), f"/Type/ObjStm/N 2/First {len(head)}/Filter/FlateDecode")
    written = b"%PDF-1.7\n"
    places = {}
    for number, each in (
        (1, b"<</Type/Catalog/Pages 2 0 R>>"),
        (2, b"<</Type/Pages/Kids[3 0 R]/Count 1>>"),
        (3, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"),
        (6, objects),
    ):
        places[number] = len(written)
        written += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    start = len(written)
    rows = [b"\0\0\0\xff", *(b"\1" + places[n].to_bytes(2, "big") + b"\0" for n in (1, 2, 3))]
    rows += [b"\2\0\6\0", b"\2\0\6\1", b"\1" + places[6].to_bytes(2, "big") + b"\0"]
    rows.append(b"\1" + start.to_bytes(2, "big") + b"\0")
    table = stream(b"".join(rows), "/Type/XRef/Size 8/W[1 2 1]/Root 1 0 R")
    written += b"7 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, start)
    assert findings(written) == Findings(("script",), ("Kin",))


@given(st.data())
def test_a_damaged_document_never_raises(data: st.DataObject) -> None:
    content = bytearray(pdf(SCRIPT, "<</Author(Kin)>>", stream(XMP.encode(), "/Type/Metadata")))
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=8)):
        content[place] = data.draw(st.integers(0, 255))
    found = findings(bytes(content))
    assert found is None or isinstance(found, Findings)


def test_a_document_that_leads_in_circles_ends() -> None:
    assert findings(pdf("<</Next 5 0 R>>", "<</Next 4 0 R>>", page="/Annots[4 0 R]")) == NOTHING


def test_the_writer_of_a_library_is_looked_into_as_well() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf())))
    writer.add_open_action(JavaScript("app.alert(1)"))
    writer.add_attachment("an.txt", b"x")
    writer.add_metadata({NameObject("/Author"): TextStringObject("Nguyễn Văn Kín")})
    written = BytesIO()
    writer.write(written)
    assert findings(written.getvalue()) == Findings(("attachment", "script"), ("Nguyễn Văn Kín",))
