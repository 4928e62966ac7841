"""How are the measurements shown? As tables in a terminal."""

from collections.abc import Mapping, Sequence
from statistics import median
from typing import NamedTuple


class Ours(NamedTuple):
    """What our stages cost for one archive: CPU seconds and bytes, medians of the rounds."""

    pages: int
    check: float
    generate: float
    write: float
    peak_of_check: int
    peak: int

    @property
    def all_stages(self) -> float:
        """CPU seconds of the three stages together."""
        return self.check + self.generate + self.write


class Again(NamedTuple):
    """CPU seconds of a first build and of one more when nothing has changed."""

    first: float
    second: float


class Rendering(NamedTuple):
    """CPU seconds of MkDocs for the same pages with our look and plain, round by round, and bytes."""

    pages: int
    ours: Sequence[float]
    plain: Sequence[float]
    peak: int
    plain_peak: int

    @property
    def ratios(self) -> list[float]:
        """Our cost as a multiple of the plain one, for each round."""
        return [ours / plain for ours, plain in zip(self.ours, self.plain, strict=True)]


def ours_table(found: Mapping[int, Ours]) -> str:
    """Return the cost of our stages for each number of surveys."""
    names = ("surveys", "pages", "load+check", "generate", "write", "together", "growth", "peak check", "peak all")
    rows: list[tuple[str, ...]] = [names]
    before: float | None = None
    for surveys, each in found.items():
        stages = (each.check, each.generate, each.write, each.all_stages)
        a_page = each.all_stages / each.pages
        rows.append(
            (
                f"{surveys:,}",
                f"{each.pages:,}",
                *(f"{seconds:.2f} s {_ms(seconds, each.pages)}" for seconds in stages),
                "" if before is None else f"x{a_page / before:.2f}",
                _megabytes(each.peak_of_check),
                _megabytes(each.peak),
            )
        )
        before = a_page
    return _table("Our stages: CPU seconds and ms a page", rows)


def again_table(without: Mapping[int, Again], whole: Mapping[int, Again]) -> str:
    """Return what a second build costs when nothing has changed."""
    rows = [("surveys", "build", "first", "second", "second/first")]
    for name, found in (("without MkDocs", without), ("whole", whole)):
        rows += [
            (f"{surveys:,}", name, f"{each.first:.2f} s", f"{each.second:.2f} s", f"{each.second / each.first:.3f}")
            for surveys, each in found.items()
        ]
    return _table("Building again with nothing changed", rows)


def rendering_table(found: Mapping[int, Rendering]) -> str:
    """Return what MkDocs costs with our look and plain."""
    rows = [("surveys", "pages", "ours", "plain", "ours/plain", "each round", "peak ours", "peak plain")]
    for surveys, each in found.items():
        ours, plain = median(each.ours), median(each.plain)
        rows.append(
            (
                f"{surveys:,}",
                f"{each.pages:,}",
                f"{ours:.1f} s {_ms(ours, each.pages)}",
                f"{plain:.1f} s {_ms(plain, each.pages)}",
                f"{median(each.ratios):.2f}",
                " ".join(f"{ratio:.2f}" for ratio in each.ratios),
                _megabytes(each.peak),
                _megabytes(each.plain_peak),
            )
        )
    return _table("MkDocs: our look and plain Material, the same pages", rows)


def targets(ours: Mapping[int, Ours], again: Mapping[int, Again], rendering: Mapping[int, Rendering]) -> str:
    """Return the aims and what was measured for them; nothing here fails a build."""
    rows = [("aim", "at most", "measured")]
    for surveys, each in ours.items():
        rows.append((f"ms a page, {surveys:,} surveys", "2.0", f"{1000 * each.all_stages / each.pages:.2f}"))
    if 1_000 in ours and 10_000 in ours:
        small, large = (ours[surveys].all_stages / ours[surveys].pages for surveys in (1_000, 10_000))
        rows.append(("ms a page at 10,000 / at 1,000", "1.3", f"{large / small:.2f}"))
    for surveys, twice in again.items():
        rows.append((f"unchanged / first, {surveys:,} surveys", "0.25", f"{twice.second / twice.first:.3f}"))
    for surveys, rendered in rendering.items():
        rows.append((f"MkDocs ours / plain, {surveys:,} surveys", "1.1", f"{median(rendered.ratios):.2f}"))
    return _table("Aims (measured, not asserted)", rows)


def _ms(seconds: float, pages: int) -> str:
    return f"({1000 * seconds / pages:.2f} ms)"


def _megabytes(size: int) -> str:
    return f"{size / 2**20:,.0f} MB"


def _table(title: str, rows: Sequence[Sequence[str]]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "\n".join((title, *(f"  {line}" for line in lines), ""))
