"""How tables of words are written in code."""


def words(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


def pairs(text: str) -> dict[str, str]:
    """Return the pairs of a text, a line “one: other” each."""
    found = (line.strip().partition(": ") for line in text.strip().splitlines())
    return {one: other for one, _, other in found}


def groups(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the groups of a text, a line “one, other” each."""
    return tuple(tuple(word.strip() for word in line.split(",")) for line in text.strip().splitlines())
