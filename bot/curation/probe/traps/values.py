"""Traps with another value: a year, a number or a name that the entry does not have."""

import re
from collections.abc import Iterator, Sequence

from bot.curation.probe.grammar import is_plural_noun
from bot.curation.probe.ground import Ground, Source
from bot.curation.probe.probed import ProbeQuestion
from bot.curation.probe.text import Word, replaced, words_in
from bot.curation.probe.traps.tables import ELSEWHERE
from bot.knowledge import Entry

_UNUSUAL = 2.7  # Zipf frequency below which a word in small letters may be a name
_YEAR = re.compile(r"[12]\d{3}")
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})*|\d+")
_COUNTS = ("three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def years(source: Source, entry: Entry, ground: Ground) -> Iterator[ProbeQuestion]:
    """Yield the wording with another year of the article in each year's place, or else one near it."""
    for word in words_in(source.text):
        if _YEAR.fullmatch(word.text):
            yield from _with(source, entry, [word], "year", _other_year(word.text, entry, ground))


def _other_year(year: str, entry: Entry, ground: Ground) -> str:
    own = ground.own_text(entry, around=1)
    found = {*_YEAR.findall(" ".join(ground.texts))} - {year} - {*_YEAR.findall(own)}
    near = sorted(found, key=lambda other: (abs(int(other) - int(year)), other))
    return near[0] if near else str(int(year) - 2)


def numbers(source: Source, entry: Entry, ground: Ground) -> Iterator[ProbeQuestion]:
    """Yield the wording with another number in each number's place."""
    found = words_in(source.text)
    for place, word in enumerate(found):
        following = found[place + 1].folded if place + 1 < len(found) else ""
        named = f"-{word.text}" in ground.knowledge.article.text  # Covid-19
        if following not in ground.pack.forms and following not in ground.pack.dates and not named:
            yield from _with(source, entry, [word], "number", _other_number(word.folded, following, ground))


def _other_number(number: str, following: str, ground: Ground) -> str:
    """Return a number that may stand in another's place; empty where there is none."""
    for row in (_COUNTS, _ORDINALS):
        if number in row[:-1] and (row is _ORDINALS or is_plural_noun(following, ground.pack)):
            return row[row.index(number) + 1]
    if _YEAR.fullmatch(number) or not _NUMBER.fullmatch(number) or number in ("0", "1", "2"):
        return ""
    value = int(number.replace(",", ""))
    return f"{value * 3:,}" if "," in number else str(value * 3 if value >= 100 else value + 3)


def names(source: Source, entry: Entry, ground: Ground) -> Iterator[ProbeQuestion]:
    """Yield the wording with another name of the article, or another country, in each name's place."""
    found = words_in(source.text)
    for span in names_among(found, ground):
        if stands_alone(span, found, source.text, ground):
            yield from _with(source, entry, span, "name", _other_name(span, entry, ground))


def names_among(found: Sequence[Word], ground: Ground) -> Iterator[list[Word]]:
    """Yield each row of words that are a name: so written in the wording, or too rare to be anything else."""
    span: list[Word] = []
    for word in (*found, None):
        if word is not None and word.folded in ground.name_words and _is_name(word, ground):
            span.append(word)
        elif span:
            yield span
            span = []


def _is_name(word: Word, ground: Ground) -> bool:
    """Say whether a word that the article has in names is one in a wording: “Treaty” may be, “treaty” is none."""
    pack = ground.pack
    linked = f"{word.folded}-" in ground.knowledge.article.text.casefold()  # Covid-19, China-Russia
    if word.folded in pack.country_words:
        return True
    return not linked and (word.text[0].isupper() or pack.lexicon.zipf(word.folded) < _UNUSUAL)


def stands_alone(span: Sequence[Word], found: Sequence[Word], text: str, ground: Ground) -> bool:
    """Say whether a name is no part of a longer one: of “the Bank of England”, “Communist Party of China”, “New York Times”."""
    place, behind = found.index(span[0]), found.index(span[-1]) + 1
    beside = [*found[max(0, place - 1) : place], *found[behind : behind + 1]]
    longer = any(word.folded in ground.name_words or (word.text[0].isupper() and word.start) for word in beside)
    mixed = len(span) > 1 and any(word.folded in ground.pack.country_words for word in span)
    linked = text[max(0, span[0].start - 1) : span[0].start] in ("-", "/") or text[span[-1].end :][:1] in ("-", "/")
    return not (longer or mixed or linked or _is_joined(found, place, -1) or _is_joined(found, behind - 1, 1))


def _is_joined(found: Sequence[Word], place: int, step: int) -> bool:
    """Say whether “of” stands beside a word, and a capital behind that."""
    near, far = place + step, place + 2 * step
    return 0 <= far < len(found) and found[near].folded in ("of", "de") and found[far].text[0].isupper()


def _other_name(span: Sequence[Word], entry: Entry, ground: Ground) -> str:
    name, own = " ".join(word.folded for word in span), ground.own_stems(entry)
    country = _other_country(name, own, ground)
    if country is not None:
        return country
    kind = ground.kind_of_name(name)
    alike = (other for other, of_kind in ground.names.items() if of_kind == kind != "thing" and not _overlap(name, other, ground))
    return next((other for other in alike if not _known(other, own, ground)), "")


def _overlap(name: str, other: str, ground: Ground) -> bool:
    """Say whether two names may be the same one's, such as Xi's and Jinping's, or the second is a country's."""
    words, others = {*name.split()}, {*other.casefold().split()}
    together = (names for names in ground.same_bearers if words <= names)
    return not others.isdisjoint(words | ground.pack.country_words) or any(not others.isdisjoint(names) for names in together)


def _known(name: str, own: frozenset[str], ground: Ground) -> bool:
    """Say whether any word of a name, or of another name of the same bearer, is in what an entry says."""
    words = frozenset(name.casefold().split())
    also = (word for names in ground.same_bearers if words <= names for word in names)
    return any(ground.stem(word) in own for word in (*words, *also))


def _other_country(name: str, own: frozenset[str], ground: Ground) -> str | None:
    """Return another country, or its people's name where that is what stands there; None where it is no country.

    Empty where there is none, and for names such as “England” that are only one of several of a country.
    """
    pack = ground.pack
    country = next((one for one, others in pack.countries.items() if name in (one, *others)), None)
    if country is None:
        return "" if name in pack.country_words else None
    mentioned = [one for one in pack.countries if one in ground.article_words]
    other = next((one for one in (*mentioned, *ELSEWHERE) if not _has_country(one, own, ground)), "")
    forms = {country: other, pack.countries[country][0]: pack.countries[other][0] if other else ""}
    return forms.get(name, "").title()


def _has_country(country: str, own: frozenset[str], ground: Ground) -> bool:
    return any(_known(name, own, ground) for name in (country, *ground.pack.countries[country]))


def _with(source: Source, entry: Entry, words: list[Word], kind: str, other: str) -> Iterator[ProbeQuestion]:
    if other:
        before = source.text[words[0].start : words[-1].end]
        yield ProbeQuestion(kind, replaced(source.text, words, other), entry.key, source.text, before, other)
