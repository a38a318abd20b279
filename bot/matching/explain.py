"""Evidence: why a question matches a phrasing, word by word and part by part."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from bot.language import LanguagePack, Query, Reader, as_number

_YEAR = 4  # digits


@dataclass(frozen=True, slots=True)
class WordMatch:
    """A word of the question that the phrasing has too: `how` is exact, spelling, stem or synonym."""

    word: str
    how: str


@dataclass(frozen=True, slots=True)
class Contrast:
    """What a question says in the place where the wording says something else of the same sort: "India" for "Russia"."""

    asked: str
    known: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for one entry.

    Attributes:
        phrasing: the entry's wording nearest to the question.
        similarity: the weighted similarity by part, adding up to at most 1.
        matched: the question's words that the wording has too, and how each matched.
        missing: the question's words that it has not, common words left out.
        contrasts: names and numbers that stand where the wording has another.
    """

    phrasing: str
    similarity: Mapping[str, float]
    matched: tuple[WordMatch, ...]
    missing: tuple[str, ...]
    contrasts: tuple[Contrast, ...]


def evidence(reader: Reader, query: Query, phrasing: Query, similarity: Mapping[str, float], names: Collection[str]) -> Evidence:
    """Compare a question with one phrasing, word by word; `names` tells the words that name someone or something."""
    matched: list[WordMatch] = []
    missing: list[str] = []
    for word, how in _compared(reader, query, phrasing).items():
        if how:
            matched.append(WordMatch(word, how))
        elif word not in reader.pack.stopwords:
            missing.append(word)
    others = [word for word, how in _compared(reader, phrasing, query).items() if not how]
    contrasts = _contrasts(missing, others, names, reader.pack)
    return Evidence(phrasing.text, similarity, tuple(matched), tuple(missing), contrasts)


def _contrasts(missing: Sequence[str], others: Sequence[str], names: Collection[str], pack: LanguagePack) -> tuple[Contrast, ...]:
    """Return the pairs of one missing and one other word of the same sort; where there are several of a sort, none."""
    ours, theirs = _sorted(missing, names, pack), _sorted(others, names, pack)
    pairs = ((words, theirs.get(sort, [])) for sort, words in ours.items())
    return tuple(Contrast(asked[0], known[0]) for asked, known in pairs if len(asked) == len(known) == 1)


def _sorted(words: Sequence[str], names: Collection[str], pack: LanguagePack) -> dict[str, list[str]]:
    """Return the words that are names or numbers, by their sort, in the order in which the sorts are met."""
    found: dict[str, list[str]] = {}
    for word in words:
        if sort := _sort(word, names, pack):
            found.setdefault(sort, []).append(word)
    return found


def _sort(word: str, names: Collection[str], pack: LanguagePack) -> str:
    """Return what sort of name or number a word is; "" for other words."""
    number = as_number(word, pack)
    if number is None:
        return "name" if word in names else ""
    if number in pack.dates:
        return "weekday" if number in pack.weekdays else "month"
    return "year" if len(number) == _YEAR and number.isdigit() else "ordinal" if number[-1].isalpha() else "number"


def _compared(reader: Reader, query: Query, other: Query) -> dict[str, str]:
    """Return how each word of one text is found in the other; "" where it is not."""
    words, roots, stems = frozenset(other.words), {reader.stem(word) for word in other.words}, frozenset(other.stems)
    typed = frozenset(query.tokens)
    found: dict[str, str] = {}
    for word in query.words:
        if word in words:
            found[word] = "exact" if word in typed else "spelling"
        elif reader.stem(word) in roots:
            found[word] = "stem"
        else:
            found[word] = "" if stems.isdisjoint(reader.stems((word,))) else "synonym"
    return found
