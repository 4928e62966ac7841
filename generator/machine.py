"""Why did the machine refuse, and what can be done about it?"""

import errno

from generator.strings import say

KNOWN = (
    *("EACCES", "EPERM", "EROFS", "ENOSPC", "EDQUOT", "EFBIG", "EBUSY", "ETXTBSY", "EXDEV", "ENOTDIR", "EEXIST"),
    *("EISDIR", "ENOTEMPTY", "ENOENT", "ENAMETOOLONG", "ELOOP", "EMFILE", "ENFILE", "ENOMEM", "EIO"),
    *("ENOLCK", "ENOSYS", "EOPNOTSUPP", "EADDRINUSE"),
)
"""The errors that have their own words, by the system's names."""


def reason(error: OSError) -> str:
    """Return in a few words why the system refused, e.g. "đĩa đã đầy"; what has no words by its name."""
    return (
        say(f"machine.reasons.{_name(error)}") if _name(error) in KNOWN else say("machine.other", name=_name(error))
    )


def remedy(error: OSError) -> str:
    """Return in one sentence what can be done about it."""
    return say(f"machine.remedies.{_name(error)}") if _name(error) in KNOWN else say("machine.other_remedy")


def refusal(error: OSError) -> str:
    """Return in two lines what was refused and what can be done."""
    where = say("machine.where", path=error.filename) if error.filename is not None else ""
    return say("machine.refused", where=where, reason=reason(error), do=remedy(error))


def _name(error: OSError) -> str:
    return errno.errorcode.get(error.errno or 0, str(error.strerror or error))
