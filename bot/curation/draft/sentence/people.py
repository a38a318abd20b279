"""Who is meant by a name, as far as its words tell: a person, people or something else; what office somebody holds."""

import re
from collections.abc import Iterator

from bot.curation.english.tables import words

_OFFICES = (
    "president", "minister", "mayor", "chancellor", "governor", "senator", "director", "secretary", "chairman", "chairwoman",
    "chief", "editor", "professor", "spokesman", "spokeswoman", "spokesperson", "coach", "captain", "architect", "founder",
    "curator", "king", "queen", "bishop", "engineer", "emperor", "pope", "prince", "princess", "duke", "ambassador", "premier",
)  # fmt: skip
_OFFICE = "|".join(f"[{office[0].upper()}{office[0]}]{office[1:]}" for office in _OFFICES)
_QUALIFIED = (
    r"(?:(?:[Ff]oreign|[Pp]rime|[Vv]ice|[Dd]eputy|[Ff]ormer|[Ff]inance|[Ii]nterior|[Dd]efen[cs]e|[Ee]xecutive"
    r"|[A-Z][a-z]+(?:ese|ian|ish|can)) )*"
)
_ROLES = re.compile(
    rf"\b(?P<role>{_QUALIFIED}(?:{_OFFICE})) (?P<name>[A-Z][a-zéü]+(?: (?:[A-Z]\.|de|van|von))?(?:[ -][A-Z][a-zéü]+)+)"
)
_OFFICE_OF = re.compile(
    rf"(?:[Tt]he )?(?P<role>{_QUALIFIED}(?:{_OFFICE}) of (?:the )?[A-Z][\w’'-]+(?: "
    rf"(?:of )?[A-Z][\w’'-]+){{0,3}}), (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{1,2}})\b"
)
_PEOPLE = re.compile(
    rf"\b(?:{'|'.join(_OFFICES)}|people|residents|officials|leaders|scientists|researchers|workers|students|police|teachers"
    rf"|critics"
    r"|players|he|she|man|woman|men|women|counterparts|partners|settlers|engineers|inventors?|historians?|general|ferryman"
    r"|priests?|politicians?|philosophers?|physicists?|chemists?|authors?|writers?|mathematicians?|scientist|researcher"
    r"|adventurers|mercenaries|refugees|families)\b(?! of)",
    re.IGNORECASE,
)
_DETERMINER = re.compile(r"(?:the|an?|one of|then) ", re.IGNORECASE)
_NO_NOUN = words("""
    contrary according like unlike as with without for from in on at by of to among unless despite against under over after
    before if once when while
""")
_NAME = re.compile(r"(?:[A-Z][a-zéü’'-]+\.?|[A-Z]\.)(?: (?:[A-Z]\.|de|van|von|[A-Z][\w’'-]+))*")
_NO_PERSON = words("""
    University Company Party Council Government Ministry Union Court Bank Museum City School Club Institute Agency Committee
    Congress Parliament Association Society Center Centre Library War States Arabia Treaty Act Law Conference Commission
    College Corporation Constitution Revolution Edict Church Empire Kingdom Republic Theory Theorem Engine Network System
    Convention Charter Protocol Agreement Board Department Fund River Bridge Street Island Islands Sea Ocean Kong Zealand Africa
    America Europe Asia Age Crisis Day Yard Campus Hall Square Stadium Area Charter Rights Justice East West South North
""")


_THINGS = words("""
    Treaty Act Law Constitution Revolution Edict Theory Theorem Engine System Convention Charter Protocol Agreement River Bridge
    Street Island Sea Ocean Crisis War Day Age Yard Hall Square Stadium Area Language Book Report Treaties Acts Laws Agreements
    Directives Regulations
""")


def is_person(name: str) -> bool:
    """Say whether a subject looks like a person or people: a role, or a name of two words and more that is no institution."""
    if not _NO_PERSON.isdisjoint(name.split()) or "’s " in name or "'s " in name:
        return False
    return bool(_PEOPLE.search(name) or (" " in name and _NAME.fullmatch(name)))


def is_role(text: str) -> bool:
    """Say whether a text tells who somebody is: “the mayor of Rome”, “Captain”; it begins with a determiner or a noun."""
    first = text.partition(" ")[0].casefold()
    if _DETERMINER.match(text):
        return True
    if first in ("its", "their", "his", "her"):  # whose, the answer would not tell
        return False
    return bool(_PEOPLE.search(text)) and not first.endswith("ly") and first not in _NO_NOUN


def is_office(word: str) -> bool:
    """Say whether a word is the title of an office: “president”."""
    return word.casefold() in _OFFICES


def is_agent(name: str) -> bool:
    """Say whether a name may be asked for with “who”: a person, a country or a body, but no treaty and no theory."""
    parts = name.removeprefix("the ").split()
    named = all(part[0].isupper() or part in ("of", "and", "the", "de", "for") for part in parts)
    return named and _THINGS.isdisjoint(parts) and not re.search(r"[’']s? ", name)


def offices(sentence: str) -> Iterator[tuple[str, str]]:
    """Yield who holds which office by a sentence: “Foreign Minister Wang Yi” → his name and “Foreign Minister”."""
    for pattern in (_OFFICE_OF, _ROLES):
        for found in pattern.finditer(sentence):
            yield found["name"], found["role"]
