"""Which files are made from the models and rules? Writes them where they are kept."""

from argparse import Namespace

from generator.cli.options import Command
from generator.cli.voice import tell
from generator.render import PROJECT
from generator.schema import Examples, generated_files, table
from generator.schema.broken_case import shortest
from generator.strings import say
from generator.write import write


def run(_given: Namespace) -> int:
    """Write every generated file of the project that differs."""
    files = generated_files(examples())
    for path, text in files.items():
        write(PROJECT / path, text.encode())
    tell(say("interface.generated", count=len(files)))
    return 0


def examples() -> Examples:
    """Return what the tests show at work; nothing where the program stands without them."""
    folder = PROJECT / "tests" / "duties"
    if not folder.is_dir():
        return Examples(broken_cases())
    sequences, units = ((folder / name).read_text(encoding="utf-8") for name in ("sequences.yml", "units.yml"))
    return Examples(broken_cases(), table(sequences, units))


def broken_cases() -> dict[str, str]:
    """Return the shortest broken example of each code; none where the program stands without its tests."""
    files = (PROJECT / "tests" / "broken").glob("*.txt")
    return shortest((file.name, file.read_text(encoding="utf-8")) for file in files)


COMMAND = Command((), run)
