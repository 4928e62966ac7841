"""How does it look while it is being edited? Builds, shows, and builds again at every change."""

import errno
import traceback

from generator.cli import build
from generator.cli.asked import Asked
from generator.serve import serve
from generator.strings import read_again, say


def run(asked: Asked) -> int:
    """Serve the site until interrupted; return 2 if the port is taken."""

    def rebuilt() -> str:
        read_again()  # the words, too, are being edited
        try:
            return build.make(asked).why_not
        except Exception:  # a half-edited template must not end the session: what went wrong is shown
            why_not = traceback.format_exc()
            print(why_not)
            return why_not

    print(say("interface.serving", port=asked.port))
    try:
        serve(asked.root, port=asked.port, rebuild=rebuilt)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        print(say("interface.port_taken", port=asked.port, other=asked.port + 1))
        return 2
    return 0
