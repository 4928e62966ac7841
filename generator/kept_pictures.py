"""Which pictures were already painted anew? They are kept between builds, each under a seal that shows damage.

A kept picture is a file: its name is the key of the original's content and of the recipe (``pictures.key_of``),
its content a digest over name and picture, then the picture. What does not fit its seal is made again.
"""

from hashlib import sha256

_SEAL = sha256().digest_size


def sealed(key: str, picture: bytes) -> bytes:
    """Return the content of the file that is kept as ``key``."""
    return _seal(key, picture) + picture


def unsealed(key: str, content: bytes) -> bytes | None:
    """Return the picture in the file that is kept as ``key``, None if that is not what was put there."""
    seal, picture = content[:_SEAL], content[_SEAL:]
    return picture if seal == _seal(key, picture) else None


def _seal(key: str, picture: bytes) -> bytes:
    return sha256(key.encode() + b"\0" + picture).digest()
