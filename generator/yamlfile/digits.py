"""Would another program write this number back with other digits?

Here every scalar stays text. A form or a library that reads the same file takes ``62.0`` for a number and writes
``62``, ``2.10`` becomes 2.1, ``07001`` becomes 7001 or 3585, and ``12:30`` 750. In quotation marks all of them
stay. Judged by the numbers of YAML 1.1 and 1.2 together, for nobody knows which of them the other program
follows.
"""

import re
from functools import lru_cache
from typing import Final

_NUMBER: Final = re.compile(
    r"""[-+]?(?:
        0b[01_]+ | 0o[0-7_]+ | 0x[0-9a-fA-F_]+
        | [0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?
        | (?:\.[0-9][0-9_]* | [0-9][0-9_]*(?:\.[0-9_]*)?)(?:[eE][-+]?[0-9]+)?
    )""",
    re.VERBOSE,
)
_LONGEST: Final = 40
"""No number of a report is longer; the digits of a longer one are lost, whatever they are."""
_EXACT: Final = 2**53
"""Up to here the numbers of JavaScript are exact."""


@lru_cache(maxsize=2**12)
def may_lose_digits(text: str) -> bool:
    """Return whether a text without quotation marks is a number that is not written back as it stands here."""
    if _NUMBER.fullmatch(text) is None:
        return False
    if len(text) > _LONGEST:
        return True
    if re.fullmatch("-?[0-9]+", text):
        return str(int(text)) != text or abs(int(text)) > _EXACT
    return re.fullmatch(r"-?[0-9]+\.[0-9]+", text) is None or text.endswith("0") or repr(float(text)) != text
