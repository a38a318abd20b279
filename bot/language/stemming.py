"""A light suffix stripper: enough to bring a word's common English forms together, and no more."""

from functools import lru_cache

_KEPT = 3  # letters that must remain, so that "sing" and "red" stay whole
_ENDINGS = tuple(
    pair.partition(">")[::2]
    for pair in [
        "ization>ize",
        "isation>ize",
        "ational>ate",
        "fulness>ful",
        "ousness>ous",
        "iveness>ive",
        "ations>ate",
        "ation>ate",
        "ments>ment",
        "ingly>",
        "edly>",
        "ising>ize",
        "ised>ize",
        "ises>ize",
        "ise>ize",
        "izing>ize",
        "ized>ize",
        "izes>ize",
        "ities>ity",
        "ying>y",
        "ies>y",
        "ied>y",
        "ically>ic",
        "ical>ic",
        "ings>",
        "ing>",
        "ions>ion",
        "ors>or",
        "ers>er",
        "ally>al",
        "sses>ss",
        "ches>ch",
        "shes>sh",
        "xes>x",
        "ed>",
        "es>e",
        "ly>",
        "our>or",
        "s>",
    ]
)
"""Ending and what stands in its place; the first that fits is taken."""
_DOUBLED = frozenset("bdgmnprt")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the stem of a lower-case word; words of other scripts, numbers and short words come back as they are."""
    if len(word) <= _KEPT or not word.isascii() or not word.isalpha():
        return word
    return _undouble(_strip(word))


def _strip(word: str) -> str:
    if word.endswith(("ss", "us", "is")):
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _KEPT:
            return word[: -len(ending)] + instead
    return word


def _undouble(word: str) -> str:
    """Drop a doubled last consonant (planned → plan) and a mute e (renewe → renew), so that both forms agree."""
    if len(word) > _KEPT and word[-1] == word[-2] and word[-1] in _DOUBLED:
        return word[:-1]
    return word[:-1] if word.endswith("e") and len(word) > _KEPT else word
