"""The data of one language: a folder of plain text files, read into one frozen value. See `packs/README.md`."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from bot.language.lexicon import Lexicon, read_lexicon
from bot.language.opposites import read_opposites
from bot.language.stemming import Stemmer, SuffixStemmer, snowball, unstemmed

_NEVER = "(?!)"  # the pattern that matches nothing
_WHOLE = "(?:^| )(?:{})(?: |$)"
_HEADING = re.compile(r"\[([a-z ]+)\]")
_TAG = re.compile(r"[a-z]{2,8}")
_Sections = Mapping[str, list[str]]


@dataclass(frozen=True, eq=False)
class LanguagePack:
    """How one language is read; of a language without a pack everything is empty. Two packs are equal if they are one.

    Attributes:
        language: the language's tag without its region: "en".
        digest: SHA-256, in hexadecimal, of all that the pack holds.
        packed_lexicon: the file of the lexicon, which is read when it is first asked for.
        stem: the stem of a lower-case word.
        thousands: what stands between the thousands of a number; empty where that is not known.
        ordinals: the endings of ordinal numbers in digits.
        capitals_are_names: whether a capital within a sentence marks a name.
        written_out, contracted_endings: contraction, abbreviation or ending with an apostrophe → its words.
        before_is: the words after which 's is "is".
        numbers: number word → its form in digits.
        dates, weekdays: month or weekday → the one form of it; those forms that are weekdays.
        units, quantities: words that are compared as numbers are; further ones that an answer to "how many" may have.
        stopwords: words too common to tell one subject from another.
        negatives: words that deny, end, lessen or oppose.
        auxiliaries, question_words: verbs that questions for yes or no begin with; words that ask.
        referring: words with which a sentence speaks of the one before it.
        synonyms, countries: canonical wording → others; country → its other names and its people's.
        fillers: what is said around a question.
        question_types: kind of question → what it is known by; the first that is found.
        asking, relating, presupposing, asked_for, year, reporting, tags, continuing, anew, excluding: as told in
            `packs/en/patterns.txt`.
        before_names, before_numbers, also_last: abbreviations, by how the sentence goes on after their point.
        beginners: words that begin sentences, rarely names.
        first_person, leading, openers, requests, wondering, interrogatives, conditions: what tells the asking part of a message.
        titles, restrictions, negators, negating_prefixes, alternatives, forms, acronyms, passives: what tells decisive words.
        anaphors, generic, furthering, joining: what tells a question that leans on another, and two in one message.
        everyday: Zipf frequency from which a word is too common to be a name for its capital, or an opposite.
        packed_opposites: the file of the opposites, which is read when they are first asked for.
    """

    language: str
    digest: str
    packed_lexicon: bytes
    stem: Stemmer
    thousands: str
    ordinals: tuple[str, ...]
    capitals_are_names: bool
    written_out: Mapping[str, tuple[str, ...]]
    contracted_endings: Mapping[str, str]
    before_is: frozenset[str]
    numbers: Mapping[str, str]
    dates: Mapping[str, str]
    weekdays: frozenset[str]
    units: frozenset[str]
    quantities: frozenset[str]
    stopwords: frozenset[str]
    negatives: frozenset[str]
    auxiliaries: frozenset[str]
    question_words: frozenset[str]
    referring: frozenset[str]
    synonyms: Mapping[str, tuple[str, ...]]
    countries: Mapping[str, tuple[str, ...]]
    fillers: re.Pattern[str]
    question_types: Mapping[str, re.Pattern[str]]
    asking: re.Pattern[str]
    relating: re.Pattern[str]
    presupposing: re.Pattern[str]
    asked_for: re.Pattern[str]
    year: re.Pattern[str]
    reporting: re.Pattern[str]
    before_names: frozenset[str]
    before_numbers: frozenset[str]
    also_last: frozenset[str]
    beginners: frozenset[str]
    tags: re.Pattern[str]
    first_person: frozenset[str]
    leading: frozenset[str]
    openers: frozenset[str]
    requests: frozenset[str]
    wondering: frozenset[str]
    interrogatives: frozenset[str]
    conditions: frozenset[str]
    titles: frozenset[str]
    restrictions: frozenset[str]
    negators: frozenset[str]
    negating_prefixes: frozenset[str]
    alternatives: frozenset[str]
    forms: frozenset[str]
    acronyms: frozenset[str]
    continuing: re.Pattern[str]
    anew: re.Pattern[str]
    excluding: re.Pattern[str]
    anaphors: frozenset[str]
    generic: frozenset[str]
    furthering: frozenset[str]
    passives: frozenset[str]
    joining: frozenset[str]
    everyday: float
    packed_opposites: bytes

    @cached_property
    def opposites(self) -> Mapping[str, frozenset[str]]:
        """The stems of the opposites of a stem."""
        return read_opposites(self.packed_opposites, self.stem)

    @cached_property
    def lexicon(self) -> Lexicon:
        """How common words are."""
        return read_lexicon(self.packed_lexicon) if self.packed_lexicon else Lexicon({})

    @cached_property
    def country_words(self) -> frozenset[str]:
        """The single words that name a country or its people."""
        return frozenset(name for country, others in self.countries.items() for name in (country, *others) if " " not in name)


@cache
def load_pack(language: str) -> LanguagePack:
    """Return the pack of a language by its tag, such as en or en-GB; the empty pack where none ships with the program.

    An article that does not say its language is read as English.
    """
    tag = language.casefold().partition("-")[0] or "en"
    folder = files("bot.language").joinpath("packs", tag)
    found = sorted(folder.iterdir(), key=lambda file: file.name) if _TAG.fullmatch(tag) and folder.is_dir() else []
    contents = {file.name: file.read_bytes() for file in found}
    texts = {name: content.decode("utf-8") for name, content in contents.items() if name.endswith(".txt")}
    sections: dict[str, list[str]] = {}
    for text in texts.values():
        sections |= _sections(text)
    return _read(tag, contents, sections)


def _read(tag: str, contents: Mapping[str, bytes], sections: _Sections) -> LanguagePack:
    settings, types = _pairs(sections, "settings"), _patterns(sections, "question types")
    stemmer, stem = _stemmer(settings.get("stemmer", ""), sections)
    months, weekdays = _pairs(sections, "months"), _pairs(sections, "weekdays")
    return LanguagePack(
        language=tag,
        digest=hashlib.sha256(b"\0".join((stemmer.encode(), *contents.values()))).hexdigest(),
        packed_lexicon=contents.get("lexicon.tsv.gz", b""),
        stem=stem,
        thousands=settings.get("thousands", ""),
        ordinals=tuple(settings.get("ordinals", "").split()),
        capitals_are_names=settings.get("capitals") == "names",
        written_out={
            word: tuple(meaning.split())
            for name in ("abbreviations", "contractions")
            for word, meaning in _pairs(sections, name).items()
        },
        contracted_endings=_pairs(sections, "contracted endings"),
        numbers=_pairs(sections, "numbers"),
        dates=months | weekdays,
        weekdays=frozenset(weekdays.values()),
        synonyms=_lists(sections, "synonyms"),
        countries=_lists(sections, "countries"),
        question_types={kind: re.compile(_WHOLE.format(pattern)) for kind, pattern in types.items()},
        fillers=_fillers(sections),
        everyday=float(settings.get("everyday", "inf")),
        packed_opposites=contents.get("opposites.tsv.gz", b""),
        **_fields(sections),
    )


_WORD_LISTS = (
    "before is", "units", "quantities", "stopwords", "negatives", "auxiliaries", "question words", "referring",
    "before names", "before numbers", "also last", "beginners", "first person", "leading", "openers", "requests",
    "wondering", "interrogatives", "conditions", "titles", "restrictions", "negators", "negating prefixes", "alternatives",
    "forms", "acronyms", "anaphors", "generic", "furthering", "passives", "joining",
)  # fmt: skip
_OTHER_PATTERNS = (
    "asking",
    "relating",
    "presupposing",
    "asked for",
    "year",
    "reporting",
    "tags",
    "continuing",
    "anew",
    "excluding",
)


def _fields(sections: _Sections) -> dict[str, Any]:
    """Return the word lists and the single patterns, which are called in the files as they are in the pack."""
    others = _patterns(sections, "others")
    words = {name: frozenset(" ".join(sections.get(name, ())).split()) for name in _WORD_LISTS}
    patterns = {name: re.compile(others.get(name, _NEVER)) for name in _OTHER_PATTERNS}
    return {name.replace(" ", "_"): field for name, field in (*words.items(), *patterns.items())}


def _fillers(sections: _Sections) -> re.Pattern[str]:
    fillers = "|".join(_filled(line, _pairs(sections, "parts")) for line in sections.get("fillers", ()))
    return re.compile(rf"(?:^| )(?:{fillers or _NEVER})(?= |$)")


def _patterns(sections: _Sections, name: str) -> dict[str, str]:
    """Return the patterns of a section, their named parts written out."""
    parts = _pairs(sections, "parts")
    return {key: _filled(pattern, parts) for key, pattern in _pairs(sections, name).items()}


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    """Return a pattern with its named parts written out."""
    for name, part in parts.items():
        pattern = pattern.replace(f"{{{name}}}", part)
    return pattern


def _stemmer(name: str, sections: _Sections) -> tuple[str, Stemmer]:
    """Return the stemmer of a setting, and what tells it from another version of it."""
    if name == "suffixes":
        return name, SuffixStemmer(_pairs(sections, "suffixes"), frozenset(" ".join(sections["doubled"]).split()))
    if name.startswith("snowball "):
        return snowball(name.removeprefix("snowball "))
    return "", unstemmed


def _sections(text: str) -> dict[str, list[str]]:
    """Return the lines under each heading; empty lines and those that begin with # are for readers."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in text.splitlines():
        heading = _HEADING.fullmatch(line)
        if heading:
            lines = found.setdefault(heading[1], [])
        elif line and not line.startswith("#"):
            lines.append(line)
    return found


def _split(lines: list[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        name, _, rest = line.partition(":")
        yield name, rest.strip()


def _pairs(sections: _Sections, name: str) -> dict[str, str]:
    """Return the pairs of a section whose lines are "word: meaning"."""
    return dict(_split(sections.get(name, [])))


def _lists(sections: _Sections, name: str) -> dict[str, tuple[str, ...]]:
    """Return the lists of a section whose lines are "word: other, other"."""
    return {word: tuple(other.strip() for other in rest.split(",")) for word, rest in _split(sections.get(name, []))}


ENGLISH = load_pack("en")
"""What is read where no language is given."""
