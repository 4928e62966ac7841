"""How are measured values said, and how far two of them lie apart?"""

from decimal import Decimal

from generator.strings import say
from generator.vietnamese.numbers import format_number


def with_unit(number: str, unit: str) -> str:
    """Return a value with its unit: "98,5%", "1.234 hồ sơ"; the sign of percent stands close."""
    return format_number(number) + (unit if unit.startswith("%") else f" {unit}")


def difference(one: str, other: str, unit: str) -> str:
    """Return how far two values lie apart: in điểm phần trăm for rates, else in the unit of the values."""
    apart = abs(Decimal(one) - Decimal(other))
    if unit.startswith("%"):
        return say("measures.points", number=format_number(apart))
    return with_unit(f"{apart:f}", unit)


def against(kind: str, value: str, other: str, unit: str) -> str:
    """Return how a value lies to another in words; ``kind`` is ``target`` or ``change``."""
    way = Decimal(value).compare(Decimal(other))
    name = "equal" if way == 0 else "above" if way > 0 else "below"
    return say(f"measures.against.{kind}.{name}", difference=difference(value, other, unit))
