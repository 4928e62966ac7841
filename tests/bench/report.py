"""How are the measurements shown? As tables in a terminal; of several rounds, the medians."""

from collections.abc import Mapping, Sequence
from statistics import median
from typing import NamedTuple


class Ours(NamedTuple):
    """What our stages cost for one archive: CPU seconds and bytes."""

    pages: int
    check: float
    generate: float
    write: float
    peak_of_check: int
    peak: int

    @property
    def ms_a_page(self) -> float:
        """CPU milliseconds a page of the three stages together."""
        return 1000 * (self.check + self.generate + self.write) / self.pages


class Again(NamedTuple):
    """CPU seconds of a first build and of one more when nothing has changed."""

    first: float
    second: float

    @property
    def fraction(self) -> float:
        """The second build as a fraction of the first."""
        return self.second / self.first


class Rendering(NamedTuple):
    """What MkDocs costs for the same pages with our look and plain: CPU seconds and bytes."""

    pages: int
    ours: float
    plain: float
    peak: int
    plain_peak: int

    @property
    def ratio(self) -> float:
        """Our cost as a multiple of the plain one."""
        return self.ours / self.plain


def ours_table(found: Mapping[int, Sequence[Ours]]) -> str:
    """Return the cost of our stages for each number of surveys."""
    rows = [["surveys", "pages", "load+check", "generate", "write", "together", "growth", "peak check", "peak all"]]
    before: float | None = None
    for surveys, rounds in found.items():
        pages = rounds[0].pages
        stages = [median(getattr(each, name) for each in rounds) for name in ("check", "generate", "write")]
        a_page = median(each.ms_a_page for each in rounds)
        growth = "" if before is None else f"x{a_page / before:.2f}"
        costs = [_seconds(stage, pages) for stage in (*stages, sum(stages))]
        peaks = [
            _megabytes(max(each.peak_of_check for each in rounds)),
            _megabytes(max(each.peak for each in rounds)),
        ]
        rows.append([f"{surveys:,}", f"{pages:,}", *costs, growth, *peaks])
        before = a_page
    return _table("Our stages: CPU seconds, and milliseconds a page", rows)


def again_table(without: Mapping[int, Sequence[Again]], whole: Mapping[int, Sequence[Again]]) -> str:
    """Return what a second build costs when nothing has changed."""
    rows = [["surveys", "build", "first", "second", "second/first"]]
    for name, found in (("without MkDocs", without), ("whole", whole)):
        for surveys, rounds in found.items():
            first, second = (median(column) for column in zip(*rounds, strict=True))
            fraction = median(each.fraction for each in rounds)
            rows.append([f"{surveys:,}", name, f"{first:.2f} s", f"{second:.2f} s", f"{fraction:.3f}"])
    return _table("Building again with nothing changed: CPU seconds", rows)


def rendering_table(found: Mapping[int, Sequence[Rendering]]) -> str:
    """Return what MkDocs costs with our look and plain."""
    rows = [["surveys", "pages", "ours", "plain", "ours/plain", "each round", "peak ours", "peak plain"]]
    for surveys, rounds in found.items():
        pages = rounds[0].pages
        costs = [_seconds(median(getattr(each, name) for each in rounds), pages) for name in ("ours", "plain")]
        ratios = [f"{median(each.ratio for each in rounds):.2f}", " ".join(f"{each.ratio:.2f}" for each in rounds)]
        peaks = [_megabytes(max(each.peak for each in rounds)), _megabytes(max(each.plain_peak for each in rounds))]
        rows.append([f"{surveys:,}", f"{pages:,}", *costs, *ratios, *peaks])
    return _table(
        "MkDocs with our look and plain Material, the same pages: CPU seconds, and milliseconds a page", rows
    )


def targets(
    ours: Mapping[int, Sequence[Ours]],
    again: Mapping[int, Sequence[Again]],
    rendering: Mapping[int, Sequence[Rendering]],
) -> str:
    """Return the aims and what was measured for them; nothing here fails a build."""
    a_page = {surveys: median(each.ms_a_page for each in rounds) for surveys, rounds in ours.items()}
    rows = [["aim", "at most", "measured"]]
    rows += [[f"ms a page, {surveys:,} surveys", "2.0", f"{each:.2f}"] for surveys, each in a_page.items()]
    if {1_000, 10_000} <= a_page.keys():
        rows.append(["ms a page at 10,000 / at 1,000", "1.3", f"{a_page[10_000] / a_page[1_000]:.2f}"])
    for surveys, builds in again.items():
        fraction = median(each.fraction for each in builds)
        rows.append([f"unchanged build / first, {surveys:,} surveys", "0.25", f"{fraction:.3f}"])
    for surveys, rounds in rendering.items():
        rows.append(
            [f"MkDocs ours / plain, {surveys:,} surveys", "1.1", f"{median(each.ratio for each in rounds):.2f}"]
        )
    return _table("Aims (measured, never asserted)", rows)


def _seconds(seconds: float, pages: int) -> str:
    return f"{seconds:.2f} s {1000 * seconds / pages:5.2f} ms"


def _megabytes(size: int) -> str:
    return f"{size / 2**20:,.0f} MB"


def _table(title: str, rows: Sequence[Sequence[str]]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "\n".join((title, *(f"  {line}" for line in lines), ""))
