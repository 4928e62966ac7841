"""How does it look while it is being edited? Builds, shows, and builds again at every change."""

import errno
import traceback
from argparse import Namespace

from generator.cli import build
from generator.cli.options import AS_OF, PORT, ROOT, TODAY, Command, days
from generator.cli.refusals import refused
from generator.cli.voice import tell
from generator.serve import serve
from generator.strings import read_again, say
from generator.workplace import UnfitSiteError


def run(given: Namespace) -> int:
    """Serve the site until interrupted; return 2 if the port is taken."""
    asked = build.Asked(given.root, *days(given))

    def rebuilt() -> str:
        read_again()  # the words, too, are being edited
        try:
            return build.make(asked).why_not
        except (OSError, UnfitSiteError) as error:
            why_not = refused(error)
        except Exception:  # a half-edited template must not end the session: what went wrong is shown
            why_not = traceback.format_exc()
        tell(why_not)
        return why_not

    tell(say("interface.serving", port=given.port))
    try:
        serve(given.root, port=given.port, rebuild=rebuilt)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        tell(say("interface.port_taken", port=given.port, other=given.port % 65_535 + 1))
        return 2
    return 0


COMMAND = Command((ROOT, TODAY, AS_OF, PORT), run)
