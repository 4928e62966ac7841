"""How does people's text become Markdown that says exactly the same?

Every character that Markdown or HTML could take for a sign becomes a character reference. That one spelling
is right in a paragraph, a heading, a table, an attribute and a block of HTML alike, so a template cannot get
it wrong. Text that is already Markdown or HTML is ``Markup``; everything else is people's text.
"""

import re
from typing import Any

import jinja2
from markupsafe import Markup

_ANYWHERE = re.compile(r"[\\`*_{}\[\]<>&\"'#|~^=!@$]")
_SIGN = re.compile(rf"{_ANYWHERE.pattern}|^[ \t]*(?:[-+:]|\d+(?=[.)]))|^[ \t]+|\n", re.MULTILINE)
_WITHOUT_SIGNS = re.compile(r"(?![ \t+:-]|\d+[.)])[^\\`*_{}\[\]<>&\"'#|~^=!@$\n]*")
"""Most texts hold no sign at all, which is found out faster than where the signs are."""
_DIGITS = re.compile(r"\d+$")


def escape(text: str) -> Markup:
    """Return one line of people's text as Markdown and as HTML; line breaks become blanks."""
    return Markup(text if _WITHOUT_SIGNS.fullmatch(text) else _SIGN.sub(_reference, text))


def escape_part(text: str) -> Markup:
    """Return a part of a line of people's text as HTML, wherever in the line it stands; line breaks stay."""
    return Markup(_ANYWHERE.sub(_reference, text))


def paragraphs(text: str) -> list[Markup]:
    """Return the paragraphs of people's text, parted there by empty lines, each escaped."""
    return [escape(part.strip()) for part in re.split(r"\n\s*\n", text.strip())]


def prose(text: str) -> Markup:
    """Return people's text of one or more paragraphs as Markdown."""
    return Markup("\n\n").join(paragraphs(text))


def environment() -> jinja2.Environment:
    """Return the templates of the pages; whatever they print is escaped unless it is already Markdown."""
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("generator", "templates"),
        autoescape=True,
        finalize=_finalize,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters |= {"prose": prose, "paragraphs": paragraphs}
    return made


def _finalize(value: Any) -> Any:
    if isinstance(value, Markup | jinja2.Undefined):
        return value  # what is undefined raises by itself, with its name, as soon as it is printed
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, int):
        return Markup(value)
    raise TypeError(f"a template printed {value!r}")


def _reference(match: re.Match[str]) -> str:
    sign = match[0]
    if sign == "\n":
        return " "
    if len(sign) == 1 and not sign.isdigit() and not sign.isspace():
        return f"&#{ord(sign)};"
    sign = sign.lstrip()
    if not sign:
        return ""
    if _DIGITS.match(sign):
        return f"{sign[:-1]}&#{ord(sign[-1])};"  # "1." at the start of a line would begin a list
    return f"&#{ord(sign)};"
