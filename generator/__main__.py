"""Which command is to be run? ``python -m generator …``."""

import gc
import io
import sys

from generator.cli.main import main

for stream in (sys.stdout, sys.stderr):
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8")  # a terminal set to fewer letters must not stop the program
gc.set_threshold(50_000)  # records stay: to look for garbage among them so often costs a seventh of loading
sys.exit(main(sys.argv[1:]))
