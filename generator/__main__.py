"""Which command is to be run? ``python -m generator …``."""

import sys

from generator.cli.main import main

sys.exit(main(sys.argv[1:]))
