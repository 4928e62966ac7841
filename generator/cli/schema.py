"""Which files are made from the models and rules? Writes them where they are kept."""

from argparse import Namespace

from generator.cli.options import Command
from generator.cli.voice import tell
from generator.render import PROJECT
from generator.schema import generated_files
from generator.strings import say
from generator.write import write


def run(_given: Namespace) -> int:
    """Write every generated file of the project that differs."""
    files = generated_files()
    for path, text in files.items():
        write(PROJECT / path, text.encode())
    tell(say("interface.generated", count=len(files)))
    return 0


COMMAND = Command((), run)
