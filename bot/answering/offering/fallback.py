"""What there is to show where no entry answers: what the article has in place of a name or number, or its closest passages.

The closest passages are shown as that, never as an answer.
"""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from bot.answering.reply import ClosestPassages, Reason, Suggestion
from bot.knowledge import Article, Entry, Passage
from bot.language import LanguagePack, load_pack, tokenise
from bot.matching import Contradiction, Contrast, EncoderName, Evidence, Near, PassageFinder, load_encoder

NEAR = 0.5
"""Confidence from which the closest passages are shown."""
_COVERED, _STEEP = 0.35, 20.0
"""Where the coverage must lie for a confidence of .5, and how much .05 of it weighs against 1 of score.

Chosen on eight articles (`python -m tests.benchmarks.passages`): 92 % of the questions that an article answers are shown
passages, 1.3 % of those about another article, and 2.2 % of general ones; without an encoder 2.6 % and 5.2 %.
"""
_SHOWN = 3
_AS_NEAR = 0.75  # a further passage scores at least this share of the first
_COUNTRY = 3  # letters of USA and UAE
_CONTRASTED = frozenset({"name", "number"})


def contrast_with(
    entry: Entry, contradiction: Contradiction, evidence: Evidence, article: Article, pack: LanguagePack
) -> Contrast | None:
    """Return the one name or number that is asked for, and the one the article has instead, both as they are written.

    Args:
        entry: the answered entry that the question would be about but for that word.
        contradiction: the only decisive word against it.
        evidence: its nearest wording against the question.
        article: the article, whose text must not have what was asked for: it may speak of it elsewhere.
        pack: the language of the entry.

    Returns:
        None where it cannot be told, or is not true, that the article has the one and not the other.
    """
    text = " ".join((entry.answer, *(passage.quote for passage in entry.passages)))
    contrasts = [one for one in evidence.contrasts if _as_written(one.known, text) and _comparable(one, pack)]
    if contradiction.kind not in _CONTRASTED or len(contrasts) != 1 or contrasts[0].asked != contradiction.word:
        return None
    if _as_written(contrasts[0].asked, article.text):
        return None
    return Contrast(_as_name(contrasts[0].asked), _as_written(contrasts[0].known, text))


def _comparable(contrast: Contrast, pack: LanguagePack) -> bool:
    """Return whether both sides are plain names or plain figures: “third, not Second” and “percent, not euros” say nothing."""
    return contrast.asked[0].isdigit() == contrast.known[0].isdigit() and pack.units.isdisjoint((contrast.asked, contrast.known))


def _as_name(word: str) -> str:
    """Return a word as a name is written: a country's short form in capitals."""
    return word.upper() if len(word) <= _COUNTRY else word.capitalize()


def _as_written(word: str, text: str) -> str:
    """Return a word as the text writes it; "" where it does not."""
    found = re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)
    return found.group() if found else ""


@dataclass(frozen=True, slots=True)
class NearPassage:
    """A passage near a question, with what was measured of it."""

    passage: Passage
    near: Near


class NearestPassages:
    """Finds the closest passages among all citable sentences of one article.

    Args:
        article: the article.
        encoder: what tells the meaning of its sentences; “none” finds them by words alone.
        cache: a folder that the encoder keeps itself in; None keeps nothing.
    """

    def __init__(self, article: Article, encoder: EncoderName = "use", cache: Path | None = None) -> None:
        self._article = article
        self._sentences = {str(sentence.number): sentence for sentence in article.citable()}
        texts = (article.text[sentence.start : sentence.end] for sentence in self._sentences.values())
        self._pack = load_pack(article.language)
        self._encoder = partial(load_encoder, encoder, cache)
        self._stems = frozenset(stem for text in texts for stem in self._stemmed(text)) - set(
            map(self._pack.stem, self._pack.stopwords)
        )

    @cached_property
    def _finder(self) -> PassageFinder:
        """The finder, built for the first question that shares a word with the article: the lexicon takes .1 s to load."""
        paragraphs: dict[int, dict[str, str]] = {}
        for key, sentence in self._sentences.items():
            paragraphs.setdefault(sentence.paragraph, {})[key] = self._article.text[sentence.start : sentence.end]
        return PassageFinder(list(paragraphs.values()), self._pack, self._encoder())

    def prepare(self) -> None:
        """Build now what the first question would wait for."""
        self._finder.find(self._finder.read(self._article.title))

    def find(self, question: str) -> tuple[NearPassage, ...]:
        """Return the nearest passages, best first, however near; none where no word of the question is in the article."""
        if self._stems.isdisjoint(self._stemmed(question)):
            return ()
        return tuple(
            NearPassage(self._passage(near.key), near) for near in self._finder.find(self._finder.read(question), _SHOWN)
        )

    def _stemmed(self, text: str) -> Iterable[str]:
        return (self._pack.stem(token) for token in tokenise(text, self._pack))

    def _passage(self, key: str) -> Passage:
        sentence = self._sentences[key]
        return self._article.passage(sentence.start, sentence.end)


def closest(question: str, articles: Iterable[NearestPassages], suggestions: tuple[Suggestion, ...]) -> ClosestPassages | None:
    """Return the closest passages of some articles as a reply, the closest first; None where nothing is near."""
    everything = [found for article in articles for found in article.find(question)]
    best = sorted(everything, key=lambda found: -found.near.score)[:_SHOWN]
    if not best or (sure := passage_confidence(best[0].near)) < NEAR:
        return None
    passages = tuple(found.passage for found in best if found.near.score >= _AS_NEAR * best[0].near.score)
    return ClosestPassages(question, sure, Reason.nothing_matched(NEAR), passages, suggestions)


def passage_confidence(near: Near) -> float:
    """Return the confidence, 0..1, that a passage is about what a question asks (not that it answers it)."""
    return 1 / (1 + math.exp(-min(near.lead, _STEEP * (near.covered - _COVERED))))
