"""What was asked for, in full?"""

import datetime
from pathlib import Path
from typing import NamedTuple


class Asked(NamedTuple):
    """The folder of the records, the day, the form of the report, and the port to serve on."""

    root: Path
    today: datetime.date
    format: str
    port: int
