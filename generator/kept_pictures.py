"""Which pictures were already painted anew? They are kept between builds, each under a seal that shows damage.

A kept picture is a file: its name is the key of the original's content and of the recipe (``pictures.key_of``),
its content a digest over name and picture, then the picture. What does not fit its seal is made again.
"""

from collections.abc import Mapping
from hashlib import sha256

from generator.pictures import Flaw, key_of

_SEAL = sha256().digest_size


def sealed(originals: Mapping[str, bytes], pictures: Mapping[str, bytes | Flaw]) -> dict[str, bytes]:
    """Return the files to keep of ``pictures``, which were made of the ``originals`` of the same paths."""
    kept: dict[str, bytes] = {}
    for path, picture in pictures.items():
        if isinstance(picture, bytes):
            key = key_of(originals[path])
            kept[key] = _seal(key, picture) + picture
    return kept


def unsealed(key: str, content: bytes) -> bytes | None:
    """Return the picture in the file that is kept as ``key``, None if that is not what was put there."""
    seal, picture = content[:_SEAL], content[_SEAL:]
    return picture if seal == _seal(key, picture) else None


def _seal(key: str, picture: bytes) -> bytes:
    return sha256(key.encode() + b"\0" + picture).digest()
