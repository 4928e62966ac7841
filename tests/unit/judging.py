"""What do the rules say of small invented records?"""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from generator.load import Records
from generator.model.catalogue import Indicator, Topic
from generator.model.site import Site
from generator.model.survey import Survey
from generator.model.unit import Reorganisation, Unit
from generator.problems import as_text
from generator.rules import check
from tests.unit.changing import SITE, TODAY, units

INDICATORS = (
    {"id": "ty-le", "name": "Tỷ lệ", "unit": "%", "minimum": "0", "maximum": "100"},
    {"id": "so", "name": "Số hồ sơ", "unit": "hồ sơ", "minimum": "0"},
    {"id": "chi-so", "name": "PAR INDEX", "unit": "điểm", "level": "province"},
)


def told(
    code: str,
    *surveys: Survey,
    bodies: Iterable[Unit] = (),
    changes: Iterable[Reorganisation] = (),
    measured: Iterable[Mapping[str, Any]] = INDICATORS,
    today: datetime.date = TODAY,
    **more: Any,
) -> list[str]:
    """Return each complaint of a code as "survey.field.0.part: what is written", in the order of the rules."""
    records = Records(
        site=Site.model_validate(SITE),
        units=units() | {each.id: each for each in bodies},
        reorganisations={each.id: each for each in changes},
        surveys={each.id: each for each in surveys},
        topics=(Topic(id="ho-so", name="Hồ sơ"), Topic(id="cong-vu", name="Công vụ")),
        indicators=tuple(Indicator.model_validate(each) for each in measured),
        **more,
    )
    found = [each for each in check(records, today=today) if each.code == code]
    assert all(as_text(each.at(1, 1)) for each in found), "each can be said"
    return [
        ".".join(map(str, (_name(each.place.file), *each.place.path)))
        + (f": {each.written}" if each.written else "")
        for each in found
    ]


def unit(identifier: str, since: str | None = None, until: str | None = None, **more: Any) -> Unit:
    """Return a commune with the times of its beginning and end, if any."""
    times = {"valid_from": since, "valid_until": until}
    given = {key: value for key, value in times.items() if value is not None}
    base = {"classification": "administrative_unit", "level": "commune", "names": [{"text": f"Xã {identifier}"}]}
    return Unit.model_validate({"id": identifier, **base, **given, **more})


def change(effective: str, before: Iterable[str], after: Iterable[str], **more: Any) -> Reorganisation:
    """Return a merger."""
    base = {"id": "gop", "kind": "merge", "title": "Gộp", "effective": effective}
    return Reorganisation.model_validate(
        {**base, "predecessors": [{"unit": each} for each in before], "successors": list(after), **more}
    )


def _name(file: str) -> str:
    return file.rpartition("/")[2].removesuffix(".yml")
