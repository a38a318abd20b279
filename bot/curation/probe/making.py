"""Making the questions of a probe: traps and paraphrases of every answered entry, a bounded number each, chosen evenly."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import TypeVar

from bot.curation.dropped import Dropped
from bot.curation.probe.ground import Ground
from bot.curation.probe.paraphrases import paraphrases_of
from bot.curation.probe.probed import KINDS, ProbeQuestion
from bot.curation.probe.traps import traps_of
from bot.knowledge import Entry, Knowledge
from bot.language import tokenise

MOST = 6
"""Traps, and paraphrases, of one entry."""
_OF_A_KIND = 2
_NOTHING = Dropped()
_Tokens = tuple[str, ...]
_One = TypeVar("_One")


def make_traps(
    knowledge: Knowledge, most: int = MOST, kinds: Collection[str] = KINDS, dropped: Dropped = _NOTHING
) -> tuple[ProbeQuestion, ...]:
    """Return questions that resemble those of the answered entries, and whose right reply is not the entry's answer.

    Args:
        knowledge: the article with its entries; in English, of other languages nothing can be made.
        most: how many at most of an entry, at most two of a kind.
        kinds: the kinds that are made.
        dropped: questions that are left out, beside those that the file already holds.
    """
    return Making(Ground(knowledge), kinds, dropped).of_entries(traps_of, most)


def make_paraphrases(
    knowledge: Knowledge, most: int = MOST, kinds: Collection[str] = KINDS, dropped: Dropped = _NOTHING
) -> tuple[ProbeQuestion, ...]:
    """Return the questions of the answered entries in other words; the arguments are those of `make_traps`."""
    return Making(Ground(knowledge), kinds, dropped).of_entries(paraphrases_of, most)


class Making:
    """Makes questions of one knowledge, none of them twice, and none that the file already holds.

    Args:
        ground: the knowledge.
        kinds: the kinds that are made.
        dropped: questions that are left out.
    """

    def __init__(self, ground: Ground, kinds: Collection[str] = KINDS, dropped: Dropped = _NOTHING) -> None:
        self._ground = ground
        self._kinds = frozenset(kinds)
        self._dropped = dropped
        self._seen = known_wordings(ground)

    def of_entries(
        self, make: Callable[[Entry, Ground], Iterator[ProbeQuestion]], most: int, entries: int | None = None
    ) -> tuple[ProbeQuestion, ...]:
        """Return questions of the answered entries.

        Args:
            make: makes all that can be made of an entry.
            most: how many at most of an entry.
            entries: of how many entries, chosen evenly; of all where it is None.
        """
        if self._ground.pack.language != "en":
            return ()
        answered = self._ground.answered
        chosen = spread(answered, len(answered) if entries is None else entries)
        return tuple(one for place, entry in enumerate(chosen) for one in self._of(make(entry, self._ground), most, place))

    def _of(self, made: Iterable[ProbeQuestion], most: int, turn: int) -> list[ProbeQuestion]:
        chosen = evenly(self._fresh(one for one in made if one.kind in self._kinds), most, turn)
        self._seen |= {self._tokens(one) for one in chosen}
        return chosen

    def _fresh(self, made: Iterable[ProbeQuestion]) -> list[ProbeQuestion]:
        """Return those that nobody has asked yet, each once, in order."""
        by_tokens = {self._tokens(one): one for one in reversed(list(made))}
        return [one for tokens, one in reversed(by_tokens.items()) if not self._is_known(tokens, one)]

    def _is_known(self, tokens: _Tokens, one: ProbeQuestion) -> bool:
        return tokens in self._seen or self._dropped.has(one.question)

    def _tokens(self, one: ProbeQuestion) -> _Tokens:
        return tokenise(one.question, self._ground.pack)


def known_wordings(ground: Ground) -> set[_Tokens]:
    """Return every wording of every entry, as its tokens."""
    texts = (text for entry in ground.knowledge.entries for text in (entry.question, *entry.phrasings))
    return {tokenise(text, ground.pack) for text in texts}


def evenly(found: Sequence[ProbeQuestion], most: int, turn: int = 0) -> list[ProbeQuestion]:
    """Return at most so many, as evenly as can be of each kind and of those of a kind, in their order.

    Args:
        found: what may be chosen.
        most: how many.
        turn: which kind comes first, so that all come first in turn.
    """
    by_kind: dict[str, list[ProbeQuestion]] = {kind: [] for kind in KINDS}
    for one in found:
        by_kind[one.kind].append(one)
    kinds = [kind for kind in KINDS if by_kind[kind]]
    kinds = kinds[turn % len(kinds) :] + kinds[: turn % len(kinds)] if kinds else []
    shares = _shares([min(len(by_kind[kind]), 1 if kind == "negation" else _OF_A_KIND) for kind in kinds], most)
    chosen = {one for kind, share in zip(kinds, shares, strict=True) for one in spread(by_kind[kind], share)}
    return [one for one in found if one in chosen]


def _shares(sizes: Sequence[int], most: int) -> list[int]:
    """Return how many are taken of groups of these sizes: one of each in turn, until there are enough or no more."""
    taken = [0] * len(sizes)
    while sum(taken) < min(most, sum(sizes)):
        for place, size in enumerate(sizes):
            if taken[place] < size and sum(taken) < most:
                taken[place] += 1
    return taken


def spread(found: Sequence[_One], most: int) -> list[_One]:
    """Return at most so many of a row, evenly apart, the first among them."""
    return [found[place * len(found) // most] for place in range(most)] if most < len(found) else list(found)
