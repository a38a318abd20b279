"""Evidence: why a question matches a phrasing, word by word and part by part."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from bot.language.english import DATE_WORDS, STOPWORDS
from bot.language.query import Reader, Reading
from bot.language.question_type import as_number
from bot.language.stemming import stem

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


def evidence(
    reader: Reader, question: Reading, phrasing: Reading, text: str, similarity: Mapping[str, float], names: Collection[str]
) -> Evidence:
    """Compare a question with one phrasing, word by word; `names` tells the words that name someone or something."""
    matched: list[WordMatch] = []
    missing: list[str] = []
    for word in dict.fromkeys(question.words):
        how = _how(reader, word, question, phrasing)
        if how:
            matched.append(WordMatch(word, how))
        elif word not in STOPWORDS:
            missing.append(word)
    others = [word for word in dict.fromkeys(phrasing.words) if not _how(reader, word, phrasing, question)]
    return Evidence(text, similarity, tuple(matched), tuple(missing), _contrasts(missing, others, names))


def _contrasts(missing: Sequence[str], others: Sequence[str], names: Collection[str]) -> tuple[Contrast, ...]:
    """Return the pairs of one missing and one other word of the same sort; where there are several of a sort, none."""
    sorts = dict.fromkeys(sort for word in missing if (sort := _sort(word, names)))
    found = (([w for w in missing if _sort(w, names) == sort], [w for w in others if _sort(w, names) == sort]) for sort in sorts)
    return tuple(Contrast(asked[0], known[0]) for asked, known in found if len(asked) == len(known) == 1)


def _sort(word: str, names: Collection[str]) -> str:
    """Return what sort of name or number a word is; "" for other words."""
    number = as_number(word)
    if number is None:
        return "name" if word in names else ""
    if number in DATE_WORDS:
        return "weekday" if number.endswith("day") else "month"
    return "year" if len(number) == _YEAR and number.isdigit() else "ordinal" if number[-1].isalpha() else "number"


def _how(reader: Reader, word: str, question: Reading, phrasing: Reading) -> str:
    if word in phrasing.words:
        return "exact" if word in question.tokens else "spelling"
    if stem(word) in {stem(other) for other in phrasing.words}:
        return "stem"
    return "synonym" if set(reader.stems((word,))) & set(phrasing.stems) else ""
