"""How is a long text made short?"""


def excerpt(text: str, length: int) -> str:
    """Return the beginning of a text, cut between words; at most ``length`` characters and the sign of the cut."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    end = text.rfind(" ", 0, length + 1)
    return text[: end if end > 0 else length].rstrip(",;:") + "…"


def with_small_initial(text: str) -> str:
    """Return a text as it goes on within a sentence, its first letter small unless it begins an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
