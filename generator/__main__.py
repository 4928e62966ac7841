"""Which command is to be run? ``python -m generator …``."""

import io
import sys

from generator.cli.main import main

for stream in (sys.stdout, sys.stderr):
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8")  # a terminal set to fewer letters must not stop the program
sys.exit(main(sys.argv[1:]))
