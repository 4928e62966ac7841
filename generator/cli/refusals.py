"""What is said where no record is to blame, but the machine?"""

from generator.machine import refusal
from generator.strings import say
from generator.workplace import UnfitSiteError


def refused(error: OSError | UnfitSiteError) -> str:
    """Return what the machine refused, what can be done, and what has become of the site."""
    if isinstance(error, UnfitSiteError):
        return say(f"machine.unfit_site.{error.reason}", site=error.site)
    return refusal(error) + "\n" + say("machine.nothing_half")
