"""How does it look while it is being edited? Builds, shows, and builds again at every change."""

from generator.cli import build
from generator.cli.asked import Asked
from generator.serve import serve
from generator.strings import words


def run(asked: Asked) -> int:
    """Serve the site until interrupted."""
    says = words("interface")

    def rebuilt() -> bool:
        return build.run(asked) == 0

    print(says["serving"].format(port=asked.port))
    serve(asked.root, port=asked.port, today=asked.today, rebuild=rebuilt)
    return 0
