"""Which files are made from the models and rules? Writes them where they are kept."""

from generator.cli.asked import Asked
from generator.render import PROJECT
from generator.schema import generated_files
from generator.strings import say
from generator.write import write


def run(_asked: Asked) -> int:
    """Write every generated file of the project that differs."""
    files = generated_files()
    for path, text in files.items():
        write(PROJECT / path, text.encode())
    print(say("interface.generated", count=len(files)))
    return 0
