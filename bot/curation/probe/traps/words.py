"""Traps with another word: a title, an opposite, a word that says which one is meant, a denial."""

import gzip
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from bot.curation.english.verbs import base_form, past_form
from bot.curation.probe.grammar import asks_for_doer, is_base_form, is_participle, verb_in_front
from bot.curation.probe.ground import Ground, Source
from bot.curation.probe.probed import ProbeQuestion
from bot.curation.probe.text import Word, inserted, replaced, words_in
from bot.curation.probe.traps.tables import EVENTS, MANY_MEANINGS, OFFICES, OTHER_TITLES, SWAPPED
from bot.knowledge import Entry
from bot.language import LanguagePack

_LONGEST_TITLE = 3
_COMMON = 3.4  # Zipf frequency of an opposite that people use
_RARE_ENOUGH = 5.4  # Zipf frequency from which a word is too common to turn a question alone
_ENDINGS = ("ment", "ness", "tion", "sion", "ity", "ly", "ing", "ive", "ful", "less", "able", "al", "er", "ed", "s")
_DENIED = {
    "did": "didn't", "does": "doesn't", "do": "don't", "was": "wasn't", "were": "weren't", "has": "hasn't", "have": "haven't",
    "will": "won't", "is": "isn't", "are": "aren't",
}  # fmt: skip
_NOBODY = ("i", "you", "we", "it", "one", "people")
_TOLD = ("said", "reported", "told", "written", "known", "shown")
_POINTING = ("the", "this", "his", "her", "their", "its", "a", "an")


def titles(source: Source, entry: Entry, ground: Ground) -> Iterator[ProbeQuestion]:
    """Yield the wording with another title in each title's place; one that stands at a name is only misnamed by it."""
    found = words_in(source.text)
    for place in range(len(found)):
        for length in range(_LONGEST_TITLE, 0, -1):
            span = found[place : place + length]
            other = OTHER_TITLES.get(" ".join(word.folded for word in span)) if len(span) == length else None
            if other:
                if _is_office(found, place, length, ground):
                    yield _changed(source, entry, span, "title", other)
                break


def _is_office(found: Sequence[Word], place: int, length: int, ground: Ground) -> bool:
    """Say whether a title names whoever has it: “the Chinese president”, not “President Xi” or “vice president”."""
    before = found[place - 1] if place else None
    behind = found[place + length].folded if place + length < len(found) else ""
    longer = before is not None and (before.folded in ground.pack.titles or before.folded in ("foreign", "defence", "finance"))
    pointed = before is not None and (before.folded in ("the", "which", "what") or before.folded in ground.pack.country_words)
    return pointed and not longer and behind not in ground.name_words - ground.pack.country_words and behind not in OFFICES


def qualifiers(source: Source, entry: Entry, ground: Ground) -> Iterator[ProbeQuestion]:
    """Yield the wording about another one of the kind: the former president, the previous meeting, last for first."""
    found = words_in(source.text)
    for place, word in enumerate(found):
        before = found[place - 1].folded if place else ""
        if word.folded in SWAPPED and word.text.islower() and before in _POINTING and place + 1 < len(found):
            yield _changed(source, entry, [word], "qualifier", SWAPPED[word.folded])
        elif before == "the" and _ends_a_name_of(found, place, ground):
            other = "former" if word.folded in OFFICES else "previous"
            yield ProbeQuestion("qualifier", inserted(source.text, word, other), entry.key, source.text, "", other)


def _ends_a_name_of(found: Sequence[Word], place: int, ground: Ground) -> bool:
    """Say whether a word behind “the” is an office or an event that nothing else qualifies."""
    word, behind = found[place], found[place + 1].folded if place + 1 < len(found) else ""
    alone = not behind or behind in ground.pack.stopwords or behind in ground.pack.auxiliaries
    others = {other.folded for other in found} & (SWAPPED.keys() | ground.pack.restrictions)
    return word.folded in OFFICES | EVENTS and alone and not others


def opposites(source: Source, entry: Entry, ground: Ground) -> Iterator[ProbeQuestion]:
    """Yield the wording with a word's opposite in its place."""
    found = words_in(source.text)
    for place, word in enumerate(found):
        before = found[place - 1].folded if place else ""
        if _may_turn(word, before, ground):
            for other in _opposites(word.folded, ground.pack):
                yield _changed(source, entry, [word], "opposite", other)
                break


def _may_turn(word: Word, before: str, ground: Ground) -> bool:
    pack = ground.pack
    name = (word.text[0].isupper() and word.start > 0) or word.folded in MANY_MEANINGS
    asking = before in ("how", "so", "as", "too") or word.folded in pack.stopwords or word.folded in SWAPPED
    return word.folded.isalpha() and not name and not asking and pack.lexicon.zipf(word.folded) < _RARE_ENOUGH


@cache
def _table(pack: LanguagePack) -> Mapping[str, tuple[str, ...]]:
    """Return the opposites of each word as they are listed, both ways."""
    found: dict[str, list[str]] = {}
    packed = pack.packed_opposites
    for line in gzip.decompress(packed).decode("utf-8").splitlines() if packed else ():
        one, _, other = line.partition("\t")
        found.setdefault(one, []).append(other)
        found.setdefault(other, []).append(one)
    return {word: tuple(others) for word, others in found.items()}


def _opposites(word: str, pack: LanguagePack) -> list[str]:
    """Return the opposites of a word in its own form, the most usual first."""
    alike = [other for other in _table(pack).get(word, ()) if _form(other) == _form(word)]
    base = base_form(word, pack.lexicon)
    if base is not None:
        alike += [past_form(other, pack.lexicon) for other in _table(pack).get(base, ()) if is_base_form(other, pack)]
    common = {other for other in {*alike} - MANY_MEANINGS if pack.lexicon.zipf(other) >= _COMMON and other.isalpha()}
    return sorted(common, key=lambda other: (-pack.lexicon.zipf(other), other))


def _form(word: str) -> str:
    return next((ending for ending in _ENDINGS if word.endswith(ending)), "")


def negations(source: Source, entry: Entry, ground: Ground) -> Iterator[ProbeQuestion]:
    """Yield a wording that asks who, what or which, with its verb denied."""
    found, pack = words_in(source.text), ground.pack
    if source.kind not in ("who", "what") or any(word.folded in pack.negators or "n't" in word.folded for word in found):
        return
    if asks_for_doer(source.text, pack):
        base = base_form(found[1].folded, pack.lexicon)
        yield _changed(source, entry, [found[1]], "negation", f"didn't {base}")
    place = verb_in_front(found)
    if place and place + 1 < len(found) and found[place].folded in _DENIED:
        behind = found[place + 1].folded
        acts = found[place].folded in ("did", "does", "do") and behind not in _NOBODY
        if acts or (is_participle(behind, pack) and behind not in _TOLD):
            yield _changed(source, entry, [found[place]], "negation", _DENIED[found[place].folded])


def _changed(source: Source, entry: Entry, words: Sequence[Word], kind: str, other: str) -> ProbeQuestion:
    before = source.text[words[0].start : words[-1].end]
    return ProbeQuestion(kind, replaced(source.text, words, other), entry.key, source.text, before, other)
