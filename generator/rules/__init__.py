"""Can it all be true together?"""

import datetime

from generator.load import Records
from generator.problems import Complaint


def check(records: Records, *, today: datetime.date) -> list[Complaint]:
    """Return everything that cannot be true together in the records on ``today``."""
    del records, today
    return []
