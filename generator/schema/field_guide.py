"""Which fields are there? The guide for people who write records, as Markdown."""

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum

from pydantic import BaseModel

from generator.schema.fields import Field, choices, fields_of, form_of, in_place, parts_of, text_of
from generator.schema.files import RecordFile, record_files
from generator.strings import say, words


def field_guide() -> str:
    """Return ``schema/truong.md``: every field of every record, with its meaning, its form and an example."""
    files = record_files()
    used = Counter(part for file in files for part in parts_of(file.model))
    shared = [part for part in used if used[part] > 1]
    paragraphs = [*_opening(files)]
    for file in files:
        paragraphs += _chapter(file, [part for part in parts_of(file.model) if part not in shared])
    paragraphs += [f"## {say('fields.guide.shared')}", *(each for part in shared for each in _part(part))]
    return "\n\n".join(paragraphs) + "\n"


def _opening(files: tuple[RecordFile, ...]) -> Iterator[str]:
    yield f"# {say('fields.guide.title')}"
    yield say("fields.guide.intro")
    yield f"## {say('fields.guide.rules_title')}"
    yield "\n".join(f"{number}. {rule}" for number, rule in enumerate(words("fields")["guide"]["rules"], start=1))
    yield f"## {say('fields.guide.contents')}"
    yield "\n".join(f"- {_link(file.model)}: `{_path(file)}`" for file in files)


def _chapter(file: RecordFile, parts: list[type[BaseModel]]) -> Iterator[str]:
    where = say("fields.guide.file_each" if file.many else "fields.guide.file_one", path=_path(file))
    yield f"## {_anchor(file.model)}{text_of(file.model).title}"
    yield f"{where}. {text_of(file.model).description}"
    for field in fields_of(file.model):
        yield f"### {_heading(file.model, field)}"
        yield from _field(field, given=field.name in file.given)
    for part in parts:
        yield from _part(part)


def _part(model: type[BaseModel]) -> Iterator[str]:
    yield f"### {_anchor(model)}{text_of(model).title} (`{model.__name__}`)"
    yield text_of(model).description
    for field in fields_of(model):
        yield f"#### {_heading(model, field)}"
        yield from _field(field, given=False)


def _field(field: Field, *, given: bool) -> Iterator[str]:
    text = field.text
    yield f"*{say('fields.guide.from_name') if given else _form(field)}*"
    yield text.description
    if isinstance(field.holds, type) and issubclass(field.holds, StrEnum):
        allowed = (f"- `{code}`: {meaning}" for code, meaning in choices(field.holds))
        yield "\n".join([say("fields.guide.allowed"), "", *allowed])
    if text.example is not None and not given:
        yield f"```yaml\n{field.name}:{in_place(text.example)}\n```"
    if text.bad_example is not None:
        yield say("fields.guide.do_not", written=text.bad_example, because=text.bad_because)


def _form(field: Field) -> str:
    """Return in a few words how a field is written: must it be, how many, which kind of value."""
    facts = [say("fields.guide.required" if field.required else "fields.guide.optional")]
    if field.many:
        facts.append(say("fields.guide.list"))
    if isinstance(field.holds, str):
        facts.append(form_of(field.holds))
    elif issubclass(field.holds, BaseModel):
        facts.append(_link(field.holds))
    if field.default is not None:
        facts.append(say("fields.guide.default", code=str(field.default).lower()))
    return "; ".join(facts)


def _heading(model: type[BaseModel], field: Field) -> str:
    return f"{_anchor(model, field.name)}`{field.name}`: {field.text.title}"


def _path(file: RecordFile) -> str:
    return file.path(say("fields.guide.stem"))


def _anchor(model: type[BaseModel], field: str = "") -> str:
    return f'<a id="{_anchor_name(model, field)}"></a>'


def _anchor_name(model: type[BaseModel], field: str = "") -> str:
    return f"{model.__name__}-{field}".lower().strip("-")


def _link(model: type[BaseModel]) -> str:
    return f"[{text_of(model).title}](#{_anchor_name(model)})"
