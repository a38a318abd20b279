"""Signs that a question asks for something else than the entry it resembles, each with a name a person can read.

Guards know no article. They compare a question with what one entry knows: the words of its phrasings, its answer and
its passages. None of them decides alone; each takes its weight off the confidence, and is told as a reason.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.language.countries import COUNTRY_WORDS
from bot.language.english import STOPWORDS
from bot.language.lexicon import Lexicon
from bot.language.query import Reader, Reading
from bot.language.question_type import as_number

_OPEN_KINDS = frozenset({"keywords", "what", "yesno", "how"})  # these ask for nothing an entry could fail to have
_COMMON_START = 5  # letters that two forms of one word share where the stemmer missed it
_RELATED = 0.8
_COMMONEST, _RAREST = 0.15, 4.0
_ZIPF_OF_NOTHING = 6.2
_ASKED = re.compile(r"^(?:what|which|how many|how much|names? of|list of|number of) ((?:\w+ ?){1,3})")
_ASKED_WORDS = 2


@dataclass(frozen=True, slots=True)
class Guard:
    """One sign against an answer: its name, and the words of the question that gave it."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What one entry knows: stems and numbers of all its texts, the kinds of question its phrasings ask."""

    stems: frozenset[str]
    numbers: frozenset[str]
    negatives: frozenset[str]
    kinds: frozenset[str]
    beginnings: frozenset[str]

    def supports(self, stems: Sequence[str]) -> float:
        """Return how well the entry knows the stems of a word: 1 known, .8 by a related word, 0 not at all."""
        return min(map(self._supports, stems), default=0.0)

    def _supports(self, stem: str) -> float:
        if stem in self.stems:
            return 1.0
        return _RELATED if len(stem) > _COMMON_START and stem[:_COMMON_START] in self.beginnings else 0.0


def known(phrasings: Sequence[Reading], support: Reading) -> Known:
    """Gather what an entry knows from its phrasings and from its answer and passages."""
    readings = (*phrasings, support)
    stems = frozenset(stem for reading in readings for stem in reading.stems)
    return Known(
        stems=stems,
        numbers=frozenset(number for reading in readings for number in reading.structure.numbers),
        negatives=frozenset(word for reading in readings for word in reading.structure.negatives),
        kinds=frozenset(reading.structure.kind for reading in phrasings),
        beginnings=frozenset(stem[:_COMMON_START] for stem in stems if len(stem) >= _COMMON_START),
    )


def fired(question: Reading, entry: Known, names: frozenset[str], reader: Reader) -> tuple[Guard, ...]:
    """Return the guards that a question sets off against an entry, in a fixed order."""
    asked = question.structure
    unknown = [word for word in question.words if not entry.supports(reader.stems((word,)))]
    found = (
        Guard("question word", (asked.kind,) if asked.kind not in _OPEN_KINDS | entry.kinds else ()),
        Guard("reason", (asked.kind,) if asked.kind == "why" and "why" not in entry.kinds else ()),
        Guard("number", tuple(sorted(asked.numbers - entry.numbers))),
        Guard("name", tuple(word for word in unknown if word in names or word in question.capitals)),
        Guard("asked for", tuple(word for word in _asked_for(question.words) if word in unknown)),
        Guard("denial", tuple(sorted(asked.negatives - entry.negatives))),
    )
    return tuple(guard for guard in found if guard.words)


def _asked_for(words: Sequence[str]) -> tuple[str, ...]:
    """Return the first content words, at most two, that a question asks with: "which minister …" → minister."""
    found = _ASKED.match(" ".join(words))
    asked = found.group(1).split() if found else []
    return tuple(word for word in asked if word not in STOPWORDS)[:_ASKED_WORDS]


def covered(question: Reading, entry: Known, reader: Reader, lexicon: Lexicon) -> float:
    """Return the share of a question's weight that an entry knows, 0..1; rare words of general English weigh most."""
    weights = [(word, _informative(word, lexicon)) for word in question.words]
    total = sum(weight for _, weight in weights)
    known = sum(weight * entry.supports(reader.stems((word,))) for word, weight in weights)
    return known / total if total else 1.0


def _informative(word: str, lexicon: Lexicon) -> float:
    """Return a word's weight by its rarity in general English, 0 for stopwords and numbers (their guard counts them)."""
    if word in STOPWORDS or as_number(word):
        return 0.0
    return min(max(_ZIPF_OF_NOTHING - lexicon.zipf(word), _COMMONEST), _RAREST)


def names(texts: Iterable[str]) -> frozenset[str]:
    """Return the words, folded, that the texts write with a capital in mid-sentence and never without one; and countries."""
    capitals: set[str] = set()
    small: set[str] = set()
    for text in texts:
        for before, word in re.findall(r"(^|[.!?:]\s+|[^\w])([^\W\d_]+)", text):
            if word[0].islower():
                small.add(word)
            elif before and not before.strip():
                capitals.add(word.casefold())
    return frozenset(capitals - small) | COUNTRY_WORDS
