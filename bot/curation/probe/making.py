"""Making the questions of a probe: traps and paraphrases of every answered entry, a bounded number each, chosen evenly."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from bot.curation.probe.ground import Ground
from bot.curation.probe.paraphrases import paraphrases_of
from bot.curation.probe.probed import KINDS, ProbeQuestion
from bot.curation.probe.traps import traps_of
from bot.knowledge import Entry, Knowledge
from bot.language import tokenise

MOST = 6
"""Traps, and paraphrases, of one entry."""
_OF_A_KIND = 2
_Tokens = tuple[str, ...]


def make_traps(
    knowledge: Knowledge, most: int = MOST, kinds: Collection[str] = KINDS, dropped: Collection[str] = ()
) -> tuple[ProbeQuestion, ...]:
    """Return questions that resemble those of the answered entries, and whose right reply is not the entry's answer.

    Args:
        knowledge: the article with its entries; in English, of other languages nothing can be made.
        most: how many at most of an entry, at most two of a kind.
        kinds: the kinds that are made.
        dropped: questions that are left out, beside those that the file already holds.
    """
    return _made(knowledge, traps_of, most, kinds, dropped)


def make_paraphrases(
    knowledge: Knowledge, most: int = MOST, kinds: Collection[str] = KINDS, dropped: Collection[str] = ()
) -> tuple[ProbeQuestion, ...]:
    """Return the questions of the answered entries in other words; the arguments are those of `make_traps`."""
    return _made(knowledge, paraphrases_of, most, kinds, dropped)


def _made(
    knowledge: Knowledge,
    make: Callable[[Entry, Ground], Iterator[ProbeQuestion]],
    most: int,
    kinds: Collection[str],
    dropped: Collection[str],
) -> tuple[ProbeQuestion, ...]:
    ground = Ground(knowledge)
    if ground.pack.language != "en":
        return ()
    seen = known_wordings(knowledge) | {tokenise(text, ground.pack) for text in dropped}
    found: list[ProbeQuestion] = []
    for place, entry in enumerate(ground.answered):
        fresh = _fresh((one for one in make(entry, ground) if one.kind in kinds), seen, ground)
        chosen = evenly(fresh, most, place)
        seen |= {tokenise(one.question, ground.pack) for one in chosen}
        found += chosen
    return tuple(found)


def known_wordings(knowledge: Knowledge) -> set[_Tokens]:
    """Return every wording of every entry, as its tokens."""
    pack = Ground(knowledge).pack
    return {tokenise(text, pack) for entry in knowledge.entries for text in (entry.question, *entry.phrasings)}


def _fresh(found: Iterable[ProbeQuestion], seen: Collection[_Tokens], ground: Ground) -> list[ProbeQuestion]:
    """Return those that nobody has asked yet, each once, in order."""
    by_tokens = {tokenise(one.question, ground.pack): one for one in reversed(list(found))}
    return [one for tokens, one in reversed(by_tokens.items()) if tokens not in seen]


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


def spread(found: Sequence[ProbeQuestion], most: int) -> list[ProbeQuestion]:
    """Return at most so many of a row, evenly apart, the first among them."""
    return [found[place * len(found) // most] for place in range(most)] if most < len(found) else list(found)
