"""Packs, read from their files."""

import hashlib
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from bot.language.pack.language_pack import LanguagePack
from bot.language.pack.sections import Sections, filled, lists, pairs, patterns, read_sections
from bot.language.words.stemming import Stemmer, SuffixStemmer, snowball, unstemmed

_NEVER = "(?!)"  # the pattern that matches nothing
_WHOLE = "(?:^| )(?:{})(?: |$)"
_TAG = re.compile(r"[a-z]{2,8}")


@cache
def load_pack(language: str) -> LanguagePack:
    """Return the pack of a language by its tag, such as en or en-GB; the empty pack where none ships with the program.

    An article that does not say its language is read as English.
    """
    tag = language.casefold().partition("-")[0] or "en"
    folder = files("bot.language").joinpath("packs", tag)
    listed = sorted(folder.iterdir(), key=lambda file: file.name) if _TAG.fullmatch(tag) and folder.is_dir() else []
    contents = {file.name: file.read_bytes() for file in listed}
    texts = {name: content.decode("utf-8") for name, content in contents.items() if name.endswith(".txt")}
    found: dict[str, list[str]] = {}
    for text in texts.values():
        found |= read_sections(text)
    return _read(tag, contents, found)


def _read(tag: str, contents: Mapping[str, bytes], sections: Sections) -> LanguagePack:
    settings, types = pairs(sections, "settings"), patterns(sections, "question types")
    stemmer, stem = _stemmer(settings.get("stemmer", ""), sections)
    months, weekdays = pairs(sections, "months"), pairs(sections, "weekdays")
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
            for word, meaning in pairs(sections, name).items()
        },
        contracted_endings=pairs(sections, "contracted endings"),
        numbers=pairs(sections, "numbers"),
        dates=months | weekdays,
        weekdays=frozenset(weekdays.values()),
        synonyms=lists(sections, "synonyms"),
        countries=lists(sections, "countries"),
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
    "excepting",
    "explaining",
    "measuring",
)


def _fields(sections: Sections) -> dict[str, Any]:
    """Return the word lists and the single patterns, which are called in the files as they are in the pack."""
    others = patterns(sections, "others")
    words = {name: frozenset(" ".join(sections.get(name, ())).split()) for name in _WORD_LISTS}
    single = {name: re.compile(others.get(name, _NEVER)) for name in _OTHER_PATTERNS}
    return {name.replace(" ", "_"): field for name, field in (*words.items(), *single.items())}


def _fillers(sections: Sections) -> re.Pattern[str]:
    fillers = "|".join(filled(line, pairs(sections, "parts")) for line in sections.get("fillers", ()))
    return re.compile(rf"(?:^| )(?:{fillers or _NEVER})(?= |$)")


def _stemmer(name: str, sections: Sections) -> tuple[str, Stemmer]:
    """Return the stemmer of a setting, and what tells it from another version of it."""
    if name == "suffixes":
        return name, SuffixStemmer(pairs(sections, "suffixes"), frozenset(" ".join(sections["doubled"]).split()))
    if name.startswith("snowball "):
        return snowball(name.removeprefix("snowball "))
    return "", unstemmed


ENGLISH = load_pack("en")
"""What is read where no language is given."""
