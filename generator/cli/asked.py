"""What was asked for, in full?"""

import datetime
from pathlib import Path
from typing import NamedTuple


class Asked(NamedTuple):
    """The folder of the records, two days, the form of the report, and the port to serve on.

    ``today`` is the day on which the records are checked; ``as_of`` the day as of which the site is shown.
    """

    root: Path
    today: datetime.date
    as_of: datetime.date
    format: str
    port: int
