"""Finds the texts nearest to a question where no phrasings exist: sentences of an article that nobody has curated.

A linear model of features, each about 0..1, ranks the texts: how much of the question a text, its paragraph and its
neighbours say, how near their meaning is, and whether it holds an answer of the kind asked for. It finds and never
decides: a text on the question's subject need not answer it. Knows texts by key, and nothing of articles.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from bot.language import ENGLISH, LanguagePack, Query, Reader, Speller, everyday_synonyms, tokenise
from bot.matching.kernel.encoder import Encoder
from bot.matching.kernel.tfidf import Floats
from bot.matching.passages.answer_type import AnswerTypes
from bot.matching.passages.bm25 import build_bm25, held
from bot.matching.passages.meaning import Meanings
from bot.matching.passages.weights import BY_MEANING_TOO, BY_WORDS

_START = 5  # letters that two forms of one word share where the stemmer missed it
_SENTENCE = 20  # words
_GENERAL = 50  # sentences of the language that the texts are counted with
_ZIPF_OF_NOTHING, _COMMONEST, _RAREST = 6.2, 0.15, 4.0


@dataclass(frozen=True, slots=True)
class Near:
    """A text near a question.

    Attributes:
        key: the text's key.
        score: for ranking the texts of one question; it means nothing between questions.
        lead: the score less the one that a text on the question's subject has.
        covered: the share of what the question asks, by weight, that the text and its neighbours say; 0..1.
    """

    key: str
    score: float
    lead: float
    covered: float


class PassageFinder:
    """Ranks a fixed list of texts by their nearness to a question.

    Args:
        paragraphs: the texts in their order, by key, in their paragraphs; keys are unique among all of them.
        pack: the language of the texts.
        encoder: tells what they mean; None ranks by words alone.
    """

    def __init__(
        self, paragraphs: Sequence[Mapping[str, str]], pack: LanguagePack = ENGLISH, encoder: Encoder | None = None
    ) -> None:
        texts = [text for paragraph in paragraphs for text in paragraph.values()]
        tokens = [tokenise(text, pack) for text in texts]
        self._pack = pack
        vocabulary = Counter(token for found in tokens for token in found)
        self._reader = Reader(Speller(vocabulary, pack.lexicon.is_real), (everyday_synonyms(pack),), pack, vocabulary.keys())
        stems = [self._reader.stems(found) for found in tokens]
        self.keys = tuple(key for paragraph in paragraphs for key in paragraph)
        self._paragraph = np.repeat(np.arange(len(paragraphs)), [len(paragraph) for paragraph in paragraphs])
        self._words = build_bm25(stems)
        self._phrases = build_bm25([_phrases(found) for found in stems])
        self._beginnings = build_bm25([_beginnings(found, pack) for found in stems])
        self._paragraphs = build_bm25(_joined(stems, [len(paragraph) for paragraph in paragraphs]))
        self._types = AnswerTypes(texts, pack)
        self._meanings = Meanings(texts, self._paragraph, encoder) if encoder else None
        self.model = BY_MEANING_TOO if encoder else BY_WORDS
        self._least_asked = _RAREST * math.log(1 + (len(texts) + 0.5) / 1.5)  # a rare word: common ones alone ask nothing
        self._follows = np.append(False, self._paragraph[1:] == self._paragraph[:-1])[: len(texts)]
        self._refers = np.array([not pack.referring.isdisjoint(found[:2]) for found in tokens], dtype=bool)

    def read(self, question: str) -> Query:
        """Read any text; never raises. What a matcher of the same language has read serves as well."""
        return self._reader.read(question)

    def find(self, query: Query, limit: int = 3) -> tuple[Near, ...]:
        """Return the nearest texts, best first; ties in the order of the texts. Empty if there is nothing to read."""
        features = self.features(query)
        if not features:
            return ()
        scores = np.sum([self.model.weights[name] * values for name, values in features.items()], axis=0)
        covered = features["covered"] + features["before"] + features["after"]
        best = np.argsort(-scores, kind="stable")[:limit]
        return tuple(
            Near(self.keys[place], float(scores[place]), float(scores[place]) - self.model.near, float(covered[place]))
            for place in best
        )

    def features(self, query: Query) -> dict[str, Floats]:
        """Return each feature's value for every text, in the order of `keys`; empty if there is nothing to read."""
        read = self._reader.reread(query)
        asked = tuple(word for word in read.words if word not in self._pack.question_words)
        if not asked or not self.keys:
            return {}
        stems = self._reader.stems(asked)
        wanted = [(word, one) for word in asked for one in self._reader.stems((word,))]
        rarity = {one: self._rarity(word, one) for word, one in wanted}
        weights = {one: _informative(word, self._pack) * rarity[one] for word, one in wanted}
        words = self._words.scores(rarity)
        return {
            "words": words,
            "phrases": self._phrases.by_rarity(_phrases(stems)),
            "beginnings": self._beginnings.by_rarity(_beginnings(stems, self._pack)),
            **self._said(weights),
            "referring": _shifted(words, 1) * self._follows * self._refers,
            "opening": 1.0 - self._follows.astype(np.float32),
            **self._types.against(read),
            **(self._meanings.against(query) if self._meanings else {}),
        }

    def _rarity(self, word: str, one: str) -> float:
        """Return the idf of a stem among these texts and some of the language: few texts say little about a word."""
        likely = min(_SENTENCE * 10 ** (self._pack.lexicon.zipf(word) - 9), 0.9)
        holders = len(self._words.holders(one)) + _GENERAL * likely
        return math.log(1 + (len(self.keys) + _GENERAL - holders + 0.5) / (holders + 0.5))

    def _said(self, weights: Mapping[str, float]) -> dict[str, Floats]:
        """Return the share of the weights that each text says itself, and that only its neighbours or paragraph say."""
        mine = np.array([self._has(one) for one in weights])
        before = _shifted(mine, 1) & self._follows
        after = _shifted(mine & self._follows, -1)
        shares = np.array(list(weights.values()), dtype=np.float32) / max(sum(weights.values()), self._least_asked)
        return {
            "paragraph": self._paragraphs.scores(weights)[self._paragraph],
            "covered": shares @ mine,
            "before": shares @ (before & ~mine),
            "after": shares @ (after & ~mine & ~before),
        }

    def _has(self, one: str) -> NDArray[np.bool_]:
        found = held(self._words, one)
        return found | held(self._beginnings, one[:_START]) if len(one) > _START else found


def _phrases(stems: Sequence[str]) -> list[str]:
    return [f"{first} {second}" for first, second in pairwise(stems)]


def _beginnings(stems: Sequence[str], pack: LanguagePack) -> list[str]:
    return [one[:_START] for one in stems if one not in pack.stopwords]


def _joined(texts: Sequence[Sequence[str]], sizes: Sequence[int]) -> list[list[str]]:
    """Return the features of each group of so many texts, one after another."""
    following = iter(texts)
    return [[feature for _ in range(size) for feature in next(following)] for size in sizes]


def _shifted(values: NDArray[np.generic], by: int) -> NDArray[np.generic]:
    """Return values moved along the last axis, 0 where nothing moves in: by 1, each text has its predecessor's."""
    moved = np.roll(values, by, axis=-1)
    moved[..., 0 if by > 0 else -1] = 0
    return moved


def _informative(word: str, pack: LanguagePack) -> float:
    """Return a word's weight by its rarity in the language, .15..4; a number weighs most."""
    if word[0].isdigit():
        return _RAREST
    return min(max(_ZIPF_OF_NOTHING - pack.lexicon.zipf(word), _COMMONEST), _RAREST)
