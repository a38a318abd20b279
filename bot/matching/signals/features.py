"""What a decision weighs for one entry as the reply to a question: numbers about its score, and guards.

A guard is a sign that a question asks for something else than the entry it resembles, with a name a person can read; it
takes its weight off the confidence, and is shown as a reason. All numbers are comparable between questions and between
knowledge files. Nothing here knows articles: a question is compared with the words of one entry's texts.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.language import LanguagePack, Query, Reader, as_number

FAINTEST = 0.02
"""A score of this and less is as good as none."""
_SOFTENED = 0.1  # keeps the contrast of two small scores small
_CERTAIN = 0.01  # keeps the log odds finite: at most about ±4.6
OPEN_KINDS = frozenset({"keywords", "what", "yesno", "how"})
"""These kinds of question ask for nothing that an entry could fail to have."""
_COMMON_START = 5  # letters that two forms of one word share where the stemmer missed it
_RELATED = 0.8
_COMMONEST, _RAREST = 0.15, 4.0
_ZIPF_OF_NOTHING = 6.2
_ASKED_WORDS = 2
_LONGEST_PHRASE = 4  # words of a synonym


@dataclass(frozen=True, slots=True)
class Guard:
    """One sign against an entry: its name, and the words of the question that gave it."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signals:
    """Numbers about an entry, the best of its group: of those with an answer, or of those without.

    Attributes:
        strength: natural logarithm of its score, about -4..0.
        lead: its contrast with the best entry of the other group, -1..1.
        runner_up: its contrast with the second of its own group, -1..1.
        clear: its contrast with questions about nothing here, -1..1.
        share: log odds of the share that its group has of all that is near, about -4.6..4.6.
        covered: share of the question's weight that the entry's words have, 0..1.
        guards: the guards that fired.
    """

    strength: float
    lead: float
    runner_up: float
    clear: float
    share: float
    covered: float
    guards: tuple[Guard, ...]

    @classmethod
    def nothing(cls) -> "Signals":
        """Return the signals where a group has no entry."""
        return cls(math.log(FAINTEST), lead=-1.0, runner_up=0.0, clear=-1.0, share=log_odds(0.0), covered=0.0, guards=())


def contrast(one: float, other: float) -> float:
    """Return the difference of two scores by their size: (a - b) / (|a| + |b| + .1)."""
    return (one - other) / (abs(one) + abs(other) + _SOFTENED)


def log_odds(share: float) -> float:
    """Return ln((share + .01) / (1 - share + .01))."""
    return math.log((share + _CERTAIN) / (1 - share + _CERTAIN))


@dataclass(frozen=True, slots=True)
class EntryWords:
    """The words of some texts of one entry.

    Attributes:
        words: the words as written, corrected.
        stems: their stems, synonyms replaced.
        bare_stems: their stems, synonyms left as they are.
        numbers: the numbers, ordinals and dates.
        negatives: the negative words.
        kinds: the kinds of question that its wordings ask.
        beginnings: the first letters of longer stems.
    """

    words: frozenset[str]
    stems: frozenset[str]
    bare_stems: frozenset[str]
    numbers: frozenset[str]
    negatives: frozenset[str]
    kinds: frozenset[str]
    beginnings: frozenset[str]

    def supports(self, query: Query, reader: Reader) -> dict[str, float]:
        """Return how well the texts have each word of a question: 1 itself, .8 a related word, 0 not at all.

        A word counts as had where it is part of a name or phrase that they have in other words (“United States”).
        """
        found = {word: self._support(word, reader) for word in dict.fromkeys(query.words)}
        return found if all(found.values()) else found | dict.fromkeys(self._phrases(query.words, reader), 1.0)

    def _support(self, word: str, reader: Reader) -> float:
        if reader.stem(word) in self.bare_stems:
            return 1.0
        return min(map(self._support_of_stem, reader.stems((word,))), default=0.0)

    def _support_of_stem(self, stem: str) -> float:
        if stem in self.stems:
            return 1.0
        return _RELATED if len(stem) > _COMMON_START and stem[:_COMMON_START] in self.beginnings else 0.0

    def _phrases(self, words: Sequence[str], reader: Reader) -> set[str]:
        found: set[str] = set()
        for start in range(len(words)):
            for end in range(start + 2, min(start + _LONGEST_PHRASE, len(words)) + 1):
                stems = reader.stems(words[start:end])
                if len(stems) < end - start and self.stems.issuperset(stems):
                    found.update(words[start:end])
        return found


def entry_words(phrasings: Sequence[Query], support: Query, reader: Reader) -> EntryWords:
    """Gather the words of an entry's phrasings, and of what it says and stands on."""
    texts = (*phrasings, support)
    words = frozenset(word for text in texts for word in (*text.words, *text.tokens))
    stems = frozenset(stem for text in texts for stem in text.stems)
    return EntryWords(
        words=words,
        stems=stems,
        bare_stems=frozenset(map(reader.stem, words)),
        numbers=frozenset(number for text in texts for number in text.structure.numbers),
        negatives=frozenset(word for text in texts for word in text.structure.negatives),
        kinds=frozenset(text.structure.kind for text in phrasings),
        beginnings=frozenset(stem[:_COMMON_START] for stem in stems if len(stem) >= _COMMON_START),
    )


def fired(query: Query, entry: EntryWords, supports: Mapping[str, float], pack: LanguagePack) -> tuple[Guard, ...]:
    """Return the guards that a question sets off against an entry, in a fixed order; see `EntryWords.supports`."""
    kind = query.structure.kind
    found = (
        Guard("question word", (kind,) if kind not in OPEN_KINDS | entry.kinds else ()),
        Guard("reason", (kind,) if kind == "why" and "why" not in entry.kinds else ()),
        Guard("asked for", tuple(word for word in _asked_for(query.words, pack) if not supports[word])),
    )
    return tuple(guard for guard in found if guard.words)


def _asked_for(words: Sequence[str], pack: LanguagePack) -> tuple[str, ...]:
    """Return the first content words, at most two, that a question asks with: "which minister …" → minister.

    A pattern ends a word at a mark that belongs to it, such as a Hebrew point; what is no whole word asks for nothing.
    """
    found = pack.asked_for.match(" ".join(words))
    asked = found.group(1).split() if found else []
    return tuple(word for word in asked if word in words and word not in pack.stopwords)[:_ASKED_WORDS]


def covered(query: Query, supports: Mapping[str, float], pack: LanguagePack) -> float:
    """Return the share of a question's weight that an entry has, 0..1; rare words of the language weigh most."""
    weights = [(word, informative(word, pack)) for word in query.words]
    total = sum(weight for _, weight in weights)
    held = sum(weight * supports[word] for word, weight in weights)
    return held / total if total else 1.0


def informative(word: str, pack: LanguagePack) -> float:
    """Return a word's weight by its rarity in the language, .15..4; 0 for stopwords and numbers."""
    if word in pack.stopwords or as_number(word, pack):
        return 0.0
    return min(max(_ZIPF_OF_NOTHING - pack.lexicon.zipf(word), _COMMONEST), _RAREST)
