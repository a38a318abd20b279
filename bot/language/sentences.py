"""Where sentences end in running text: at a full stop, unless it belongs to an abbreviation, an initial or a number.

In doubt nothing is cut: half a sentence is a bad quote, two sentences together are only a long one.
"""

import re
from collections.abc import Iterator

from bot.language.pack import ENGLISH, LanguagePack

_MARK = re.compile(
    r"(?<![.!?…])[.!?…]++[\"”’')\]]*+(?:\[[^\]\n]{1,40}\]){0,9}+(?=\s)"  # with closing quotes, brackets and marks of notes: [3]
    r"|[。！？]+[」』”’）]*"  # scripts without spaces
)
_NEXT = re.compile(r"\s*[\"“‘'(\[]*(\$|€|£|#|[^\W_][^\W_]*)(\.)?")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_LOOK_BACK = 24  # characters; no abbreviation is longer


def sentence_ends(text: str, start: int, end: int, pack: LanguagePack = ENGLISH) -> Iterator[int]:
    """Yield where each sentence of `text[start:end]` ends but the last, in order.

    Closing quotes, brackets and marks of notes belong to the sentence that they close.
    """
    begun = start
    for mark in _MARK.finditer(text, start, end):
        if _closes(text, begun, mark, end, pack):
            begun = mark.end()
            yield begun


def _closes(text: str, begun: int, mark: re.Match[str], end: int, pack: LanguagePack) -> bool:
    """Say whether a sentence that began at `begun` ends with this mark."""
    coming = _NEXT.match(text, mark.end(), end)
    if coming is None or mark[0][0] in "。！？":
        return mark.end() < end
    if coming[1][0].islower() or (mark[0][-1] in "\"”’'" and pack.reporting.match(text, mark.end(), end)):
        return False
    return mark[0][0] != "." or mark[0].startswith("..") or not _abbreviated(text, begun, mark, coming, pack)


def _abbreviated(text: str, begun: int, mark: re.Match[str], coming: re.Match[str], pack: LanguagePack) -> bool:
    """Say whether the point belongs to the word before it and the sentence goes on with the word after it."""
    before = text[max(begun, mark.start() - _LOOK_BACK) : mark.start()].split()
    word = before[-1].lstrip("\"“‘'([").casefold() if before else ""
    if word in pack.before_names:
        return True
    if word in pack.before_numbers or (word.isdecimal() and text[begun : mark.start()].strip() == word):
        return coming[1][0].isdecimal() or word.isdecimal()  # No. 5; and the 1. of a list
    short = len(word) == 1 and word.isalpha()
    if not (short or word in pack.also_last or _DOTTED.fullmatch(word)):
        return False
    initial = len(coming[1]) == 1 and coming[2] is not None  # J. A. Smith
    return initial or coming[1].casefold() not in pack.beginners
