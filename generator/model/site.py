"""Who publishes, under which name, address and terms?"""

from generator.model.base import Record
from generator.model.values import Code, Flag, Line, Prose, WebAddress
from generator.model.vocabulary import OfficialNaming


class Publisher(Record):
    """Who stands behind the site, as public bodies must say at the foot of every page."""

    name: Line
    governing_body: Line | None = None
    responsible: Line | None = None
    address: Line | None = None
    phone: Code | None = None
    email: Code | None = None
    reuse: Line | None = None


class Licence(Record):
    """On which terms others may use the records."""

    name: Line
    address: WebAddress | None = None
    note: Prose | None = None


class Repository(Record):
    """Where the records are edited."""

    address: WebAddress
    branch: Line = "main"


class Site(Record):
    """The settings of the site, ``data/site.yml``.

    ``id`` is the first address that the site had. Feeds and calendars tell by it what a reader has seen
    already, so it stays when ``address`` changes (RFC 4287, 4.2.6).
    """

    id: WebAddress
    name: Line
    description: Line
    address: WebAddress
    publisher: Publisher
    notice: Line | None = None
    fictional: Flag = False
    officials: OfficialNaming = OfficialNaming.NAMES
    licence: Licence | None = None
    repository: Repository | None = None
    report_errors: Line | None = None
