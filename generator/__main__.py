"""Which command is to be run? ``python -m generator …``."""

import gc
import io
import signal
import sys

# Until a command runs there is nothing to tidy up: Ctrl+C ends the program without a word. A shell that runs it
# in the background has told it to ignore Ctrl+C, which holds.
ctrl_c = signal.getsignal(signal.SIGINT)
if ctrl_c is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)

from generator.cli.main import main  # noqa: E402 - while this is read, too

for stream in (sys.stdout, sys.stderr):
    if isinstance(stream, io.TextIOWrapper):
        # A terminal set to fewer letters, or a name that is no text, must not stop the program.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
gc.set_threshold(50_000)  # records stay: to look for garbage among them so often costs a seventh of loading
signal.signal(signal.SIGINT, ctrl_c)
sys.exit(main(sys.argv[1:]))
