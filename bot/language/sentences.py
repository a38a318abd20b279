"""Where sentences end in running text: at a full stop, unless it belongs to an abbreviation, an initial or a number.

In doubt nothing is cut: half a sentence is a bad quote, two sentences together are only a long one.
"""

import re
from collections.abc import Iterator


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MARK = re.compile(
    r"[.!?…]+[\"”’')\]]*(?:\[[^\]\n]{1,40}\])*(?=\s)"  # with closing quotes, brackets and marks of notes: [3]
    r"|[。！？]+[」』”’）]*"  # scripts without spaces
)
_NEXT = re.compile(r"\s*[\"“‘'(\[]*(\$|€|£|#|[^\W_][^\W_]*)(\.)?")
_SPOKEN = re.compile(
    r"\s+(?:[\w.’'-]+ ){1,4}?(?:said|says|asked|asks|added|adds|replied|told|wrote|writes|explained|recalled|shouted)\b"
)
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_LOOK_BACK = 24  # characters; no abbreviation is longer

_BEFORE_NAMES = _words("""
    mr mrs ms mx dr prof st gen sen rep gov lt col sgt capt cmdr maj adm rev hon pres supt det insp fr msgr mt ft vs cf
    viz e.g i.e ca approx al messrs mme mlle u.s.s h.m.s
""")
"""After these a sentence goes on, whatever comes."""
_BEFORE_NUMBERS = _words("""
    no nos vol vols fig figs ch chap p pp pt art sect sec para op ed eds par eq tab jan feb mar apr jun jul aug sep sept
    oct nov dec
""")
"""After these a sentence goes on if a number comes."""
_ALSO_LAST = _words("inc co corp ltd llc plc bros jr sr etc ave blvd rd dept univ assn esq ph.d intl govt est")
"""These stand in the middle and at the end; the next word decides, as it does after U.S. and initials."""
_BEGINNERS = _words("""
    a about after all also although an and another as at because before both but by did do does during each even every few
    for from had has have he her here his how however if in instead is it its later many meanwhile more moreover most my
    nearly neither no nobody none nor not now of on once one only other others our over several she since so some still
    such that the their then there these they this those though through thus to together under until we what when where
    whether which while who why with within without yet you your
""")
"""Words that begin sentences, and of which names are rarely made."""


def sentence_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where each sentence of `text[start:end]` ends but the last, in order.

    Closing quotes, brackets and marks of notes belong to the sentence that they close.
    """
    begun = start
    for mark in _MARK.finditer(text, start, end):
        if _closes(text, begun, mark, end):
            begun = mark.end()
            yield begun


def _closes(text: str, begun: int, mark: re.Match[str], end: int) -> bool:
    """Say whether a sentence that began at `begun` ends with this mark."""
    coming = _NEXT.match(text, mark.end(), end)
    if coming is None or mark[0][0] in "。！？":
        return mark.end() < end
    if coming[1][0].islower() or (mark[0][-1] in "\"”’'" and _SPOKEN.match(text, mark.end(), end)):
        return False
    return mark[0][0] != "." or mark[0].startswith("..") or not _abbreviated(text, begun, mark, coming)


def _abbreviated(text: str, begun: int, mark: re.Match[str], coming: re.Match[str]) -> bool:
    """Say whether the point belongs to the word before it and the sentence goes on with the word after it."""
    before = text[max(begun, mark.start() - _LOOK_BACK) : mark.start()].split()
    word = before[-1].lstrip("\"“‘'([").casefold() if before else ""
    if word in _BEFORE_NAMES:
        return True
    if word in _BEFORE_NUMBERS or (word.isdecimal() and text[begun : mark.start()].strip() == word):
        return coming[1][0].isdecimal() or word.isdecimal()  # No. 5; and the 1. of a list
    short = len(word) == 1 and word.isalpha()
    if not (short or word in _ALSO_LAST or _DOTTED.fullmatch(word)):
        return False
    initial = len(coming[1]) == 1 and coming[2] is not None  # J. A. Smith
    return initial or coming[1].casefold() not in _BEGINNERS
