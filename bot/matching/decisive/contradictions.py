"""The decisive words: what makes a question another one than the entry that it resembles.

Most words of a question are free: a person may say it in other words. Some are not. A question that has another year,
name, title or negation than an entry asks for something else, however alike the rest is. Each word of the asking part is
compared with the entry's texts; what is missing there is a paraphrase, unless it is of one of the kinds below. Any of them
is enough not to answer.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.language import YESNO, LanguagePack, Query, Reader, as_number
from bot.matching.decisive.exceptions import excepted
from bot.matching.decisive.one_apart import one_apart
from bot.matching.decisive.roles import exchanged_roles
from bot.matching.entries.names import Names
from bot.matching.signals.features import EntryWords, Guard

_SMALL = frozenset({"1", "2", "1time"})  # “these two”, “once more”: they count what is there, and ask for nothing


_REACH = 4  # words from a restriction or a negation to what it is said of


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One decisive word: the kind of it, and the word as it was asked."""

    kind: str
    word: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A question beside an entry.

    Attributes:
        query: the asking part of the question, as it was read.
        supports: how well the entry has each of its words, 0..1; see `EntryWords.supports`.
        entry: the words of all the entry's texts.
        near: the words of its wordings nearest to the question and of what it stands on.
        wordings: those wordings and what it stands on, to tell who does what.
        names: the names that the knowledge has.
        given: months and years that hold for all of it, those of its own date; to say them claims nothing.
    """

    query: Query
    supports: dict[str, float]
    entry: EntryWords
    near: EntryWords
    wordings: Sequence[Query]
    names: Names
    given: frozenset[str]


def contradictions(compared: Comparison, reader: Reader) -> tuple[Contradiction, ...]:
    """Return the decisive words of a question against an entry, in the order of the question; none where it may be the same."""
    pack, words = reader.pack, compared.query.words
    if compared.query.foreign:  # in another language only numbers are read alike
        return tuple(Contradiction("number", word) for word in sorted(_foreign_numbers(compared)))
    alternatives = _alternatives(words, pack)
    found = [
        Contradiction(kind, word)
        for place, word in enumerate(words)
        if word not in alternatives and (kind := _kind(place, word, compared, reader))
    ]
    decisive = (
        *found,
        *_denials(compared, reader),
        *(
            Contradiction("roles", word)
            for word in exchanged_roles(compared.query, compared.wordings, compared.names.people, reader)
        ),
    )
    others = excepted(compared.query, compared.supports, compared.wordings[:-1], pack)
    decisive = (*decisive, *([Contradiction("exception", others)] if others else []))
    return decisive or tuple(_unasked(compared, reader.pack)) or tuple(_one_apart(compared, reader))


def _unasked(compared: Comparison, pack: LanguagePack) -> Iterator[Contradiction]:
    """Yield what asks why, or when, of an entry that no wording asks so, and that tells no reason, or has no number or date."""
    words, kind = compared.query.words, compared.query.structure.kind
    lacking = (kind == "why" and not _explains(compared, pack)) or (kind == "when" and not compared.entry.numbers)
    if words and lacking and kind not in compared.entry.kinds:
        yield Contradiction("reason" if kind == "why" else "time", kind if kind in words else words[0])


def _explains(compared: Comparison, pack: LanguagePack) -> bool:
    """Say whether what an entry says and stands on, the last of its texts, gives a reason for it."""
    return bool(pack.explaining.search(" ".join(compared.wordings[-1].words)))


def _one_apart(compared: Comparison, reader: Reader) -> Iterator[Contradiction]:
    """Yield what makes a question another one that is otherwise one of the entry's wordings; one for yes or no claims nothing."""
    if compared.query.structure.kind != YESNO:
        wordings = compared.wordings[:-1]  # the last is what the entry stands on
        found = one_apart(compared.query, wordings, reader)
        yield from [Contradiction(*found)] if found else []


def _foreign_numbers(compared: Comparison) -> frozenset[str]:
    return compared.query.structure.numbers - compared.entry.numbers - compared.given


def _alternatives(words: Sequence[str], pack: LanguagePack) -> frozenset[str]:
    """Return the words that stand beside an “or”, and those that single out: a choice is offered, and nothing is claimed."""
    offered: set[str] = set()
    for place, word in enumerate(words):
        if word in pack.alternatives:
            offered |= pack.restrictions
            for side in (words[:place][::-1], words[place + 1 :]):
                offered.update([other for other in side if other not in pack.stopwords][:1])
    return frozenset(offered)


def _kind(place: int, word: str, compared: Comparison, reader: Reader) -> str:
    """Return the kind of decisive word that a word of the question is; "" where it is none."""
    pack, query = reader.pack, compared.query
    number = as_number(word, pack)
    if number:
        following = query.words[place + 1] if place + 1 < len(query.words) else ""
        free = number in _SMALL or word in pack.units or following in pack.forms
        return "" if free or number in compared.entry.numbers | compared.given else "number"
    if word in pack.titles:
        return "" if _has(compared.entry, word, reader) else "title"
    if word in pack.restrictions:
        return "" if _has(compared.near, word, reader) or not _bears_on(place, compared, pack) else "restriction"
    if compared.supports[word]:
        return ""
    if word in compared.names.words or (word in query.capitals and not _common(word, query, pack)):
        return "name"
    claimed = query.structure.kind != YESNO and word not in pack.stopwords and word not in pack.negators
    return "opposite" if claimed and _opposed(word, compared, reader) else ""


def _bears_on(place: int, compared: Comparison, pack: LanguagePack) -> bool:
    """Say whether what a word is said of is the entry's: the content word behind it, or else the one before it.

    “The first meeting” is of an entry about meetings, “I first heard” is not.
    """
    words = compared.query.words
    for side in (words[place + 1 :][:_REACH], words[:place][::-1][:_REACH]):
        told = [word for word in side if word not in pack.stopwords and pack.lexicon.zipf(word) < pack.everyday]
        if told:
            return bool(compared.supports[told[0]])
    return True


def _common(word: str, query: Query, pack: LanguagePack) -> bool:
    """Say whether a capital means nothing: “Correct?”, “Mr”, “NOTHING”; an acronym that is also a word (US) is a name even so."""
    if word in pack.acronyms:
        return word.upper() not in query.text
    return (
        word in pack.stopwords or word in pack.before_names or word in pack.negators or pack.lexicon.zipf(word) >= pack.everyday
    )


def _has(words: EntryWords, word: str, reader: Reader) -> bool:
    return word in words.words or reader.stem(word) in words.bare_stems


def _opposed(word: str, compared: Comparison, reader: Reader) -> bool:
    """Say whether a word is the opposite of one that the entry has nearby, or negative where the entry is not."""
    pack, near = reader.pack, compared.near
    stem = reader.stem(word)
    if word in pack.negatives and not near.negatives and stem not in near.stems:
        return True
    if pack.lexicon.zipf(word) >= pack.everyday:
        return False
    opposed = pack.opposites.get(stem, frozenset()) & near.bare_stems
    return not opposed.issubset(map(reader.stem, compared.query.words)) or _prefixed(word, near, reader)


def _denials(compared: Comparison, reader: Reader) -> Iterator[Contradiction]:
    """Yield the word that denies, where the entry denies nothing; a question for yes or no claims nothing, nor does a tag."""
    pack = reader.pack
    if compared.query.structure.kind == YESNO:
        return
    words = enumerate(compared.query.words)
    denying = [word for place, word in words if word in pack.negators and _bears_on(place, compared, pack)]
    if denying and not _denies(compared.near, reader) and not pack.tags.search(" ".join(compared.query.tokens)):
        yield Contradiction("negation", denying[0])


def _denies(near: EntryWords, reader: Reader) -> bool:
    """Say whether an entry's words deny: by a word of their own, or by one in front of a word (“unaffected”)."""
    return not reader.pack.negators.isdisjoint(near.words) or any(_prefixed(word, near, reader) for word in near.words)


def _prefixed(word: str, near: EntryWords, reader: Reader) -> bool:
    """Say whether a word is one of an entry's with a denying prefix: “disagree” where the entry has “agree”."""
    prefixes = (prefix for prefix in reader.pack.negating_prefixes if word.startswith(prefix))
    return any(len(word) > len(prefix) + 3 and reader.stem(word.removeprefix(prefix)) in near.bare_stems for prefix in prefixes)


def as_guards(found: Iterable[Contradiction]) -> Iterator[Guard]:
    """Yield contradictions as they are shown among the signs against an answer, one a kind."""
    kinds: dict[str, list[str]] = {}
    for contradiction in found:
        kinds.setdefault(contradiction.kind, []).append(contradiction.word)
    return (Guard(kind, tuple(words)) for kind, words in kinds.items())
