"""Text as Discord shows it: what is ours is escaped, what is quoted stays as it is, and everything fits."""

import re

LIMIT = 2000  # characters of one message (Discord)
_SENTENCE_END = re.compile(r"[.!?。！？][\"”’)]*\s")
_FORMATTING = re.compile(r"([\\*_~`|<>#\[\]])")


def plain(text: str) -> str:
    """Escape what Discord would take for formatting in our own words (a quote is never touched)."""
    return _FORMATTING.sub(r"\\\1", text)


def small(text: str) -> str:
    """Return a line as Discord's small print."""
    return f"-# {text}"


def quoted(quote: str) -> str:
    """Return a quote as Discord's block quote, its characters unchanged."""
    return "\n".join(f"> {line}" for line in quote.split("\n"))


def width(text: str) -> int:
    """Return a text's length in UTF-16 units, the most that any of Discord's counts makes of it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def label(text: str, room: int) -> str:
    """Return a text as the label of a button or choice: one line, whole words where it must be cut."""
    line = " ".join(text.split())
    return line if len(line) <= room else f"{_whole_words(line, room - 1)}…"


def fitted(text: str, room: int) -> str:
    """Return a text as it is, or its first sentences and an ellipsis where it has no room."""
    return text if len(text) <= room else f"{first_sentences(text, room - 2)} …"


def first_sentences(text: str, room: int) -> str:
    """Return as many whole sentences as fit into so many characters; whole words where sentences would waste half of them."""
    if len(text) <= room:
        return text
    ends = [found.end() for found in _SENTENCE_END.finditer(text) if room // 2 <= found.end() <= room]
    return text[: ends[-1]].rstrip() if ends else _whole_words(text, room)


def last_sentences(text: str, room: int) -> str:
    """Return as many whole sentences from the end as fit into so many characters; none if the last is longer."""
    starts = [0, *(found.end() for found in _SENTENCE_END.finditer(text))]
    return next((text[start:] for start in starts if len(text) - start <= room), "")


def _whole_words(text: str, room: int) -> str:
    cut = text[: max(room, 0)]
    return (cut.rpartition(" ")[0] or cut).rstrip()
