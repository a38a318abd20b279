"""Traps about another matter: the roles of two parties exchanged, or what the article does not tell of the same thing."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.curation.english.verbs import base_form
from bot.curation.probe.grammar import asks_for_doer, is_base_form, is_participle, taken_apart
from bot.curation.probe.ground import Ground, Source
from bot.curation.probe.probed import ProbeQuestion
from bot.curation.probe.text import Word, bare, lower_first, words_in
from bot.curation.probe.traps.tables import (
    EVENTS,
    FAINT_REASONS,
    MADE,
    NOT_NOUNS,
    OTHERS,
    PLACES,
    REASONS,
    SYMMETRIC,
    TIMES,
    TOGETHER,
    VAGUE,
)
from bot.curation.probe.traps.values import names_among, stands_alone
from bot.knowledge import Entry
from bot.language import YESNO, tokenise
from bot.matching import OPEN_KINDS

_MONEY = re.compile(r"[$€£¥]|\b(?:dollars?|euros?|pounds?|cost|costs|price|million|billion)\b", re.IGNORECASE)
_LASTING = re.compile(r"\b(?:hours?|minutes?|days?|weeks?|months?|years?|lasted|until)\b", re.IGNORECASE)
_PASSIVE = re.compile(r"(?:what|which) (?P<thing>\w+(?: \w+)?) (?P<be>was|were) (?P<verb>\w+)(?P<rest>(?: .*)?)$", re.IGNORECASE)
_LONGEST_NAME = 6
_REACH = 8  # words from one party to the other


def roles(source: Source, entry: Entry, ground: Ground) -> Iterator[ProbeQuestion]:
    """Yield the wording with its two parties exchanged, where a verb between them tells who does it."""
    found = words_in(source.text)
    parties = [span for span in names_among(found, ground) if stands_alone(span, found, source.text, ground)]
    if len(parties) != 2 or any(word.folded in TOGETHER or word.folded in SYMMETRIC - _LIGHT for word in found):
        return
    one, other = parties
    between = [word.folded for word in found[found.index(one[-1]) + 1 : found.index(other[0])]]
    if 0 < len(between) <= _REACH and _are_of_a_kind(one, other, ground) and _acts(between, ground):
        text, first, second = source.text, _text(source.text, one), _text(source.text, other)
        if not text[one[-1].end :].startswith(("'", "’")) and not text[other[-1].end :].startswith(("'", "’")):
            question = f"{text[: one[0].start]}{second}{text[one[-1].end : other[0].start]}{first}{text[other[-1].end :]}"
            yield ProbeQuestion("roles", question, entry.key, text, f"{first} … {second}", f"{second} … {first}")


def _text(text: str, words: Sequence[Word]) -> str:
    return text[words[0].start : words[-1].end]


_LIGHT = frozenset(["be", "been", "have", "has", "had", "is", "are", "was", "were", "get", "got", "see", "saw", "seen"])


def _are_of_a_kind(one: Sequence[Word], other: Sequence[Word], ground: Ground) -> bool:
    """Say whether two different parties are two countries, or two persons."""
    first, second = (" ".join(word.folded for word in words) for words in (one, other))
    kinds = ["country" if name in ground.pack.countries else ground.kind_of_name(name) for name in (first, second)]
    return first != second and kinds[0] == kinds[1] and kinds[0] in ("country", "person")


def _acts(between: list[str], ground: Ground) -> bool:
    """Say whether one of the words between two parties is what the one does to the other."""
    return any(word not in ground.pack.stopwords and word not in PLACES for word in between)


def gaps(source: Source, entry: Entry, ground: Ground) -> Iterator[ProbeQuestion]:
    """Yield questions for what neither an entry nor the sentences around it tell: why, when, where, who else, how much."""
    yield from _other_circumstances(source, entry, ground)
    yield from _who_else(source, entry)
    yield from _of_things(source, entry, ground)


def _other_circumstances(source: Source, entry: Entry, ground: Ground) -> Iterator[ProbeQuestion]:
    asked, verb = _with_a_verb(source, entry, ground)
    for kind, telling in (("why", REASONS), ("when", TIMES), ("where", PLACES)):
        if verb and kind != asked and not _asked_already(kind, entry, ground) and not _tells(entry, telling, ground):
            yield ProbeQuestion("asks", f"{kind} {verb}?", entry.key, source.text, asked, kind)


def _with_a_verb(source: Source, entry: Entry, ground: Ground) -> tuple[str, str]:
    """Return what a wording asks, and its verb with all behind it: “was the treaty renewed”, also of “which treaty was renewed”.

    Nothing where that is not certain, or where it is not said to be so.
    """
    if not VAGUE.isdisjoint(tokenise(source.text, ground.pack)) or (source.kind == YESNO and not source.yes):
        return "", ""
    if asks_for_doer(source.text, ground.pack):
        return "who", _done_by(source, entry, ground)
    passive = _PASSIVE.match(bare(source.text))
    if passive and is_participle(passive["verb"], ground.pack) and not NOT_NOUNS & {*passive["thing"].casefold().split()}:
        return "what", f"{passive['be']} the {passive['thing']} {passive['verb']}{passive['rest']}"
    clause = taken_apart(source.text, ground.name_words, ground.pack)
    asked = clause.asked.casefold() if clause else ""
    if clause is None or asked not in ("", "when", "where", "why"):
        return "", ""
    return asked, lower_first(bare(source.text)[len(asked) :].strip(), ground.name_words)


def _done_by(source: Source, entry: Entry, ground: Ground) -> str:
    """Return what the answer's name did: “did the mayor open the bridge”; nothing where the answer is more than a name."""
    found, name = words_in(source.text), entry.answer.rstrip(".")
    words = words_in(name)
    short = 0 < len(words) <= _LONGEST_NAME and words[-1].text[0].isupper() and not re.search(r"[,;:“”]| and ", name)
    base = base_form(found[1].folded, ground.pack.lexicon)
    rest = bare(source.text)[found[1].end :]
    return f"did {lower_first(name, ground.name_words)} {base}{rest}" if short and len(found) > 2 else ""


def _asked_already(kind: str, entry: Entry, ground: Ground) -> bool:
    """Say whether a wording of the entry, or of one that cites the same, asks so."""
    kinds = {source.kind for other in ground.kin(entry) for source in ground.sources(other)}
    return kind in kinds - OPEN_KINDS


def _tells(entry: Entry, telling: frozenset[str], ground: Ground) -> bool:
    """Say whether what an entry says, or the sentences around what it stands on, may tell a thing of a kind."""
    text = f"{ground.own_text(entry, around=1)} {entry.answer}"
    if telling is TIMES and re.search(r"\d", text):
        return True
    faint = FAINT_REASONS if telling is REASONS else frozenset[str]()
    own = tokenise(f"{ground.own_text(entry)} {entry.answer}", ground.pack)
    purposes = telling is REASONS and any(one == "to" and is_base_form(other, ground.pack) for one, other in pairwise(own))
    return purposes or not telling.isdisjoint(tokenise(text, ground.pack)) or not faint.isdisjoint(own)


def _who_else(source: Source, entry: Entry) -> Iterator[ProbeQuestion]:
    """Yield who else, where the answer is a single name that nobody stands beside."""
    name = entry.answer.rstrip(".")
    words = words_in(name)
    single = 0 < len(words) <= 3 and all(word.text[0].isupper() for word in words) and OTHERS.isdisjoint(w.folded for w in words)
    told = OTHERS.isdisjoint(tokenise(" ".join(passage.quote for passage in entry.passages)))
    found = words_in(source.text)
    if single and told and found[0].folded == "who" and len(found) > 2 and found[1].folded not in ("is", "was", "are", "were"):
        question = f"who besides {name}{source.text[found[0].end :]}"
        yield ProbeQuestion("asks", question, entry.key, source.text, "", f"besides {name}")


def _of_things(source: Source, entry: Entry, ground: Ground) -> Iterator[ProbeQuestion]:
    """Yield what a thing cost and how long an event lasted, where the whole article tells no sum or no length of time."""
    found, article = words_in(source.text), " ".join(ground.texts)
    for one, word in pairwise(found):
        if one.folded == "the" and word.folded in MADE and not _MONEY.search(article):
            yield ProbeQuestion("asks", f"how much did the {word.text} cost?", entry.key, source.text, "", "how much")
        if one.folded == "the" and word.folded in EVENTS and not _LASTING.search(article):
            yield ProbeQuestion("asks", f"how long did the {word.text} last?", entry.key, source.text, "", "how long")
