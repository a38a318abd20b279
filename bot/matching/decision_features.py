"""What a decision weighs for the best answer to a question: numbers about its score, and guards.

A guard is a sign that a question asks for something else than the entry it resembles, with a name a person can read. None
decides alone; each takes its weight off the confidence, and is shown as a reason. Neither knows articles: they compare a
question with the words of one entry's phrasings, its answer and its passages.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from bot.language import LanguagePack, Query, Reader, as_number

FAINTEST = 0.02
"""A score of this and less is as good as none."""
_SOFTENED = 0.1  # keeps the contrast of two small scores small
_CERTAIN = 0.01  # keeps the log odds finite: at most about ±4.6
_OPEN_KINDS = frozenset({"keywords", "what", "yesno", "how"})  # these ask for nothing an entry could fail to have
_COMMON_START = 5  # letters that two forms of one word share where the stemmer missed it
_RELATED = 0.8
_COMMONEST, _RAREST = 0.15, 4.0
_ZIPF_OF_NOTHING = 6.2
_ASKED_WORDS = 2


@dataclass(frozen=True, slots=True)
class Guard:
    """One sign against an answer: its name, and the words of the question that gave it."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signals:
    """Numbers about the best entry that has an answer, all comparable between questions and knowledge files.

    Attributes:
        strength: natural logarithm of its score, about -4..0.
        lead: its contrast with the best entry that has no answer, -1..1.
        clear: its contrast with questions about nothing here, -1..1.
        share: log odds of the share that entries with an answer have of all that is near, about -4.6..4.6.
        covered: share of the question's weight that the entry's words have, 0..1.
        guards: the guards that fired.
    """

    strength: float
    lead: float
    clear: float
    share: float
    covered: float
    guards: tuple[Guard, ...]

    @classmethod
    def nothing(cls) -> "Signals":
        """Return the signals where no entry has an answer."""
        return cls(strength=math.log(FAINTEST), lead=-1.0, clear=-1.0, share=log_odds(0.0), covered=0.0, guards=())


def contrast(one: float, other: float) -> float:
    """Return the difference of two scores by their size: (a - b) / (|a| + |b| + .1)."""
    return (one - other) / (abs(one) + abs(other) + _SOFTENED)


def log_odds(share: float) -> float:
    """Return ln((share + .01) / (1 - share + .01))."""
    return math.log((share + _CERTAIN) / (1 - share + _CERTAIN))


@dataclass(frozen=True, slots=True)
class EntryWords:
    """The words of one entry: stems and numbers of all its texts, the kinds of question its phrasings ask."""

    stems: frozenset[str]
    numbers: frozenset[str]
    negatives: frozenset[str]
    kinds: frozenset[str]
    beginnings: frozenset[str]

    def supports(self, query: Query, reader: Reader) -> dict[str, float]:
        """Return how well the entry has each word of a question: 1 itself, .8 a related word, 0 not at all."""
        words = dict.fromkeys(query.words)
        return {word: min(map(self._support, reader.stems((word,))), default=0.0) for word in words}

    def _support(self, stem: str) -> float:
        if stem in self.stems:
            return 1.0
        return _RELATED if len(stem) > _COMMON_START and stem[:_COMMON_START] in self.beginnings else 0.0


def entry_words(phrasings: Sequence[Query], support: Query) -> EntryWords:
    """Gather an entry's words from its phrasings and from its answer and passages."""
    texts = (*phrasings, support)
    stems = frozenset(stem for text in texts for stem in text.stems)
    return EntryWords(
        stems=stems,
        numbers=frozenset(number for text in texts for number in text.structure.numbers),
        negatives=frozenset(word for text in texts for word in text.structure.negatives),
        kinds=frozenset(text.structure.kind for text in phrasings),
        beginnings=frozenset(stem[:_COMMON_START] for stem in stems if len(stem) >= _COMMON_START),
    )


def fired(
    query: Query, entry: EntryWords, supports: dict[str, float], names: frozenset[str], pack: LanguagePack
) -> tuple[Guard, ...]:
    """Return the guards that a question sets off against an entry, in a fixed order; see `EntryWords.supports`."""
    asked = query.structure
    missing = [word for word in query.words if not supports[word]]
    found = (
        Guard("question word", (asked.kind,) if asked.kind not in _OPEN_KINDS | entry.kinds else ()),
        Guard("reason", (asked.kind,) if asked.kind == "why" and "why" not in entry.kinds else ()),
        Guard("number", tuple(sorted(asked.numbers - entry.numbers))),
        Guard("name", tuple(word for word in missing if word in names or word in query.capitals)),
        Guard("asked for", tuple(word for word in _asked_for(query.words, pack) if word in missing)),
        Guard("denial", tuple(sorted(asked.negatives - entry.negatives))),
    )
    return tuple(guard for guard in found if guard.words)


def _asked_for(words: Sequence[str], pack: LanguagePack) -> tuple[str, ...]:
    """Return the first content words, at most two, that a question asks with: "which minister …" → minister."""
    found = pack.asked_for.match(" ".join(words))
    asked = found.group(1).split() if found else []
    return tuple(word for word in asked if word not in pack.stopwords)[:_ASKED_WORDS]


def covered(query: Query, supports: dict[str, float], pack: LanguagePack) -> float:
    """Return the share of a question's weight that an entry has, 0..1; rare words of the language weigh most."""
    weights = [(word, _informative(word, pack)) for word in query.words]
    total = sum(weight for _, weight in weights)
    held = sum(weight * supports[word] for word, weight in weights)
    return held / total if total else 1.0


def _informative(word: str, pack: LanguagePack) -> float:
    """Return a word's weight by its rarity in the language, 0 for stopwords and numbers (their guard counts them)."""
    if word in pack.stopwords or as_number(word, pack):
        return 0.0
    return min(max(_ZIPF_OF_NOTHING - pack.lexicon.zipf(word), _COMMONEST), _RAREST)
