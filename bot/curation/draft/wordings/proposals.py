"""Wordings of a question from the language's own rules: other words to ask with, another order, everyday words, keywords."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest

from bot.curation.draft.sentence.people import is_office, is_person
from bot.curation.draft.sentence.predicate import begins_object
from bot.curation.draft.wordings.frames import ANYWHERE, BASES, FRAMES, TOLD
from bot.curation.english.tables import words
from bot.curation.english.verbs import base_form, participle_of, past_participle
from bot.language import LanguagePack, tokenise

MOST = 8
"""Most wordings that are proposed."""
_FEWEST_KEYWORDS, _MOST_KEYWORDS = 2, 6
_LONGEST = 120  # characters
_GENERAL = "What does the article say"
_SWAPPED = 2  # wordings with another word in place of one
_SLOT = re.compile(r"\{(\w+)\}")
_BE = words("was were is are")
_NOT_THING = words("and or later along such as not today")
_OWN = words("his her its their")
_NO_PASSIVE = words("become begin come go have remain arrive die fall rise grow happen emerge last settle")
_PREPOSITIONS = words(
    "by with under through for from as to in on at after before during among between within against of over into"
)


def propose_wordings(question: str, answer: str, quote: str, pack: LanguagePack) -> tuple[str, ...]:
    """Return ways in which people may also ask a question, the likeliest first; always the same for the same texts.

    Each says what the question does, none the answer; they differ from the question and from one another in more than case
    and punctuation. Nothing is proposed for a question in a form that the rules do not know.

    Args:
        question: the question.
        answer: its answer, which tells a year from a day; may be empty.
        quote: what the answer stands on, whose verbs tell where a subject ends; may be empty.
        pack: the language; the rules know English alone.
    """
    plain = " ".join(question.split()).rstrip(" ?")
    matched = next(((found, templates) for form, templates in FRAMES if (found := form.match(plain))), None)
    framed = list(_wordings(*matched, answer, quote, pack)) if matched else []
    swapped = list(_swapped([plain, *framed]))[:_SWAPPED]
    keywords = [text] if (text := _keywords(plain, pack)) and not _is_odd(plain) else []
    mixed = [text for pair in zip_longest(framed, swapped) for text in pair if text]
    return tuple(_different([plain, *mixed[: MOST - 1], *keywords, *mixed[MOST - 1 :]]))[1 : MOST + 1]


def _is_odd(question: str) -> bool:
    """Say whether a question's keywords would say something else than it does."""
    return bool(_WHAT_IS.match(question)) or question.startswith(_GENERAL) or bool(_WITHIN.search(question.partition(" ")[2]))


def _wordings(found: re.Match[str], templates: Iterable[str], answer: str, quote: str, pack: LanguagePack) -> Iterator[str]:
    """Yield the templates whose slots can be filled for a question."""
    slots = {name: text for name, text in found.groupdict().items() if text}
    if any(_WITHIN.search(text) for text in slots.values()):
        return
    slots = _deed(slots, pack) | _clause(slots, quote, pack) | slots | _answer_slots(answer) | _tense(slots, answer)
    for template in templates:
        needed, _, text = template.rpartition("|")
        if (not needed or needed in slots) and all(name in slots for name in _SLOT.findall(text)):
            yield " ".join(text.format_map(slots).split())


_WHAT_IS = re.compile(r"what (?:is|was|are|were) ", re.IGNORECASE)
_WITHIN = re.compile(
    r"\b(?:if|when|where|because|although|while|unless|that|which|who|whose|whether|what|how|why)\b", re.IGNORECASE
)
"""What begins a clause within a question: then the rules cannot tell where its parts end."""


def _clause(slots: Mapping[str, str], quote: str, pack: LanguagePack) -> dict[str, str]:
    """Return who and what of “the mayor open the bridge” and “the bridge opened by the mayor”, as the quote's verb tells."""
    body, aux = slots.get("body", "").split(), slots.get("aux", "").casefold()
    said = {token.strip(",.;:") for token in quote.split()}
    for place, word in enumerate(body):
        told = _told(aux, word, said, quote, pack) if place else ""
        if told:
            rest = body[place + 1 :]
            slot = {"s": " ".join(body[:place]), "told": " ".join([told, *rest]), "rest": " ".join(rest)}
            slot |= {"v": word, "done": participle_of(told)} if aux == "did" and word not in _NO_PASSIVE else {}
            slot |= _surname(body[:place], body[place:])
            brief = _brief(rest)
            return slot | (
                {"brief": " ".join([*body[: place + 1], *brief])} if brief and brief != rest and word != "become" else {}
            )
    return {}


def _surname(subject: list[str], after: list[str]) -> dict[str, str]:
    """Return the surname of a person, as people say it who have read of them."""
    name = " ".join(subject)
    named = is_person(name) and len(subject) > 1 and name.istitle() and subject[0].casefold() not in ("the", "a")
    return {"last": subject[-1], "after": " ".join(after)} if named else {}


def _told(aux: str, word: str, said: set[str], quote: str, pack: LanguagePack) -> str:
    """Return the verb of a statement for a word of its question; empty where the word is not the verb."""
    if aux == "did":
        forms = ["had"] if word == "have" else sorted(said)
        return next((form for form in forms if form in said and (word == "have" or base_form(form, pack.lexicon) == word)), "")
    if aux in ("does", "do"):
        forms = [word] if aux == "do" else ["has"] if word == "have" else [f"{word}s", f"{word}es", f"{word[:-1]}ies"]
        return next((form for form in forms if form in said), "")
    told = f"{aux} {word}"
    return told if told in quote or (word in said and aux in _BE and past_participle(word, pack.lexicon)) else ""


def _brief(rest: list[str]) -> list[str]:
    """Return what follows a verb up to the first preposition."""
    place = next((place for place, word in enumerate(rest) if word in _PREPOSITIONS and word != "of"), len(rest))
    return rest[:place]


def _object(parts: list[str]) -> list[str]:
    """Return the thing that something was done to: “the price of oil” of “the price of oil in May”."""
    ends = (place for place, word in enumerate(parts) if (word in _PREPOSITIONS and word != "of") or word in _NOT_THING)
    found = parts[: next(ends, len(parts))]
    return found if not any(word.endswith(",") for word in found) else []


def _deed(slots: Mapping[str, str], pack: LanguagePack) -> dict[str, str]:
    """Return what was done to what in “who opened the bridge in May”."""
    past, parts = slots.get("past", ""), slots.get("told", "").split()
    thing = _object(parts)
    if not base_form(past, pack.lexicon) or not thing or thing[0] in _OWN:
        return {}
    if not begins_object(thing[0]) and not thing[0][0].isupper():
        return {}
    head = " ".join(thing).split(" of ")[0]
    be = "were" if head.endswith("s") and not head.endswith("ss") and not head[0].isupper() else "was"
    return {"o": " ".join(thing), "tail": " ".join(parts[len(thing) :]), "done": participle_of(past), "be": be}


def _tense(slots: Mapping[str, str], answer: str) -> dict[str, str]:
    """Return the slots that need what is past or what is present, and an office where the answer names one."""
    past = slots.get("be", slots.get("aux", "")).casefold() in ("was", "were", "did", "had")
    found = {"was": "was"} if past else {"was": "is"}
    if past and re.search(r"\b[12]\d{3}\b", answer):
        found["ago"] = "ago"
    if any(is_office(word.strip(".,")) for word in answer.split()):
        found |= {"office": "office", "held": "did" if past else "does"}
    return found


def _answer_slots(answer: str) -> dict[str, str]:
    """Return slots that are there for some answers alone: a year, a day, a sum in dollars, a duration in years."""
    slots = {}
    dated = re.match(r"(?:In|On) ", answer) and len(re.findall(r"\b[12]\d{3}\b", answer)) == 1
    if dated and "centur" not in answer and not re.search(r"\ds\b", answer):
        slots["year"] = "year"
    if dated and re.search(r"\b\d{1,2} [A-Z]|[A-Z][a-z]+ \d{1,2}\b", answer):
        slots["day"] = "day"
    if "centur" in answer:
        slots["century"] = "century"
    if "%" in answer or "per cent" in answer or "percent" in answer:
        slots["percent"] = "percent"
    if unit := re.search(r"\b(years|months|weeks|days|hours|minutes|decades)\b", answer):
        slots["unit"] = unit[0]
    return slots


def _swapped(texts: list[str]) -> Iterator[str]:
    """Yield the texts with one everyday word in place of another, each text once at most."""
    for text in texts:
        places = ((word, other, place) for table, fits in _TABLES for word, other in table.items() if (place := fits(word, text)))
        for word, other, place in places:
            yield f"{text[:place]}{other}{text[place + len(word) :]}"
            break


def _anywhere(word: str, text: str) -> int:
    found = re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)
    return found.start() if found else 0


def _where_told(word: str, text: str) -> int:
    """Return the place of a verb in the past that has an object of its own; 0 without one."""
    found = re.search(rf"(?<=[\w’'] ){word}(?= (?:{_OBJECT_FIRST}))", text)
    return found.start() if found and not _HELPED.search(text) else 0


def _behind_helper(word: str, text: str) -> int:
    """Return the place of a base form behind a helping verb and who does it; 0 without one, or where it may be a noun."""
    found = re.search(rf"\b(?:did|does|do|will|can|could) .*?(?<!the )(?<!a )(?<!of )(?<!to )\b(?P<verb>{word})(?![\w-])", text)
    return found.start("verb") if found and re.match(rf" (?:{_OBJECT_FIRST})|$", text[found.end() :]) else 0


_OBJECT_FIRST = r"the|an?|its|his|her|their|this|that|\d|[A-Z]"
_HELPED = re.compile(r"\b(?:was|were|is|are|been|be|has|have|had)\b(?! it\b)", re.IGNORECASE)
_TABLES = ((ANYWHERE, _anywhere), (TOLD, _where_told), (BASES, _behind_helper))


def _keywords(question: str, pack: LanguagePack) -> str:
    """Return what a person in a hurry types: the words that tell the question from others, behind what it asks for."""
    first, _, rest = question.partition(" ")
    kept = [word for word in rest.split() if word.casefold().strip(",") not in pack.stopwords]
    asking = _ASKED_FOR.get(" ".join(question.casefold().split()[:2])) or _ASKED_FOR.get(first.casefold(), "")
    words = [word.strip(",").lower() for word in kept if word not in ("much", "many", "long")]
    fewest = _FEWEST_KEYWORDS if asking else _FEWEST_KEYWORDS + 1
    return " ".join([*asking.split(), *words]) if fewest <= len(words) <= _MOST_KEYWORDS else ""


_ASKED_FOR = {
    "when": "when",
    "who": "who",
    "where": "where",
    "why": "why",
    "how much": "how much",
    "how many": "how many",
    "how long": "how long",
}


def _different(texts: Iterable[str]) -> Iterator[str]:
    """Yield the texts that are short enough and say it in words that none before has, in this order; small at the beginning."""
    seen: set[tuple[str, ...]] = set()
    for text in texts:
        folded = tokenise(text)
        if folded and folded not in seen and len(text) <= _LONGEST:
            seen.add(folded)
            yield _small(text)


def _small(text: str) -> str:
    first = text.partition(" ")[0]
    return f"{text[0].casefold()}{text[1:]}" if first.casefold() in _BEGINNERS else text


_BEGINNERS = frozenset(
    {"what", "when", "who", "where", "why", "how", "which", "in", "by", "for", "the", "on", "at", "from", "whose"}
)
