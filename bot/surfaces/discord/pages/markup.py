"""Text as Discord shows it: a member sees the very characters, whatever Discord would make of them, and everything fits.

Discord counts UTF-16 code units, so that most emoji count twice; every room and limit here is in them.
"""

import re
from collections.abc import Callable
from urllib.parse import quote

from bot.knowledge import Article, Passage

LIMIT = 2000  # of one message (Discord)
TITLE = 200
"""Of an article's title where it is named among others, in UTF-16 code units."""
_URL = 512  # of a link button's address (Discord)
_SENTENCE_END = re.compile(r"[.!?。！？][\"”’)]*\s")
_LINE_END = re.compile(r"\r\n?")
_FORMATTING = re.compile(r"[\\*_~`|<\[]|:(?=//|[\w+~-]+:)")  # bold and the like, code, mentions, links; addresses, emoji by name
_BEGINNING = re.compile(r"^([^\S\n]*)([#>+-])", re.MULTILINE)  # headings, quotes, small print, lists
_NUMBER = re.compile(r"^([^\S\n]*\d+)([.)])(?!\S)", re.MULTILINE)  # numbered lists
_WHOLE = 60  # of a quote that an address names whole; a longer one by its first and last words
_WORDS = (5, 4, 3)


def plain(text: str) -> str:
    """Return a text so that Discord shows its very characters; what it would take for formatting is escaped."""
    return _NUMBER.sub(r"\1\\\2", _BEGINNING.sub(r"\1\\\2", _within_line(text)))


def bold(text: str) -> str:
    """Return a text's very characters in bold, line by line."""
    return "\n".join(f"**{line}**" if line.strip() else line for line in _within_line(text).split("\n"))


def _within_line(text: str) -> str:
    """Return a text without formatting, but for what a line may begin with."""
    return _FORMATTING.sub(r"\\\g<0>", _LINE_END.sub("\n", text))


def small(text: str) -> str:
    """Return a line as Discord's small print."""
    return f"-# {text}"


def block(shown: str) -> str:
    """Return what is shown in Discord's block quote."""
    return "\n".join(f"> {line}" for line in shown.split("\n"))


def quoted(quote: str) -> str:
    """Return a quote in Discord's block quote, where a member sees its very characters."""
    return block(plain(quote))


def width(text: str) -> int:
    """Return a text's length in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def clipped(text: str, room: int) -> str:
    """Return the longest beginning of a text that fits, whatever it cuts but a character."""
    cut = text[: max(room, 0)]
    while (excess := width(cut) - max(room, 0)) > 0:
        cut = cut[: len(cut) - (excess + 1) // 2]  # a character is two units at most
    return cut


def label(text: str, room: int) -> str:
    """Return a text as the label of a button or choice: one line, whole words where it must be cut."""
    line = " ".join(text.split())
    return line if width(line) <= room else f"{_whole_words(line, room - 1)}…"


def fitted(text: str, room: int) -> str:
    """Return a text as it is, or its first sentences and an ellipsis where it has no room."""
    return text if width(text) <= room else f"{first_sentences(text, room - 2)} …"


def first_sentences(text: str, room: int) -> str:
    """Return as many whole sentences as fit; whole words where sentences would waste half of the room."""
    if width(text) <= room:
        return text
    window = clipped(text, room)
    sentences = window[: max((found.end() for found in _SENTENCE_END.finditer(window)), default=0)]
    return sentences.rstrip() if sentences and width(sentences) >= room // 2 else _whole_words(window, room)


def shortened(text: str, room: int, shown: Callable[[str], str]) -> str:
    """Return the first sentences of a text that fit once they are `shown`, such as `quoted`; words as in `first_sentences`."""
    cut = text
    while cut and (taken := width(shown(cut))) > room:
        cut = first_sentences(cut, min(width(cut) * room // taken, width(cut) - 1))
    return cut


def last_sentences(text: str, room: int) -> str:
    """Return as many whole sentences from the end as fit; none if the last is longer."""
    starts = [0, *(found.end() for found in _SENTENCE_END.finditer(text))]
    return next((text[start:] for start in starts if len(text) - start <= room and width(text[start:]) <= room), "")


def _whole_words(text: str, room: int) -> str:
    cut = clipped(text, room)
    return (cut.rpartition(" ")[0] or cut.rpartition("\n")[0] or cut).rstrip()


def address_of(article: Article, passage: Passage) -> str:
    """Return where a passage can be read at its source, within Discord's limit; empty where the article has no address.

    The address has a text fragment that a browser scrolls to (https://wicg.github.io/scroll-to-text-fragment/), as far
    as it fits: that is a convenience; the quote is the proof.
    """
    if not article.url or width(article.url) > _URL:
        return ""
    page = article.url.partition("#")[0]
    candidates = [f"{page}#:~:text={fragment}" for fragment in _fragments(passage.quote)]
    return next((address for address in candidates if width(address) <= _URL), article.url)


def _fragments(text: str) -> list[str]:
    """Return ways to name a text, the surest first; a fragment may not cross a line."""
    lines = text.splitlines()
    first, last = lines[0].split(), lines[-1].split()
    whole = [_encoded(text)] if len(lines) == 1 and len(text) <= _WHOLE else []
    ends = [f"{_encoded(' '.join(first[:words]))},{_encoded(' '.join(last[-words:]))}" for words in _WORDS]
    return whole + ends


def _encoded(text: str) -> str:
    """Percent-encode everything that has a meaning in a fragment, the hyphen too."""
    return quote(text, safe="").replace("-", "%2D")
