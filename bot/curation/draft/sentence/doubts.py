"""What makes a sentence say less, or something else, than its bare clause: negative words, hedges, conditions, hearsay."""

import re

from bot.curation.draft.sentence.facts import DATE, PLACE, REASON
from bot.curation.english.tables import words

_HARMLESS = words("""
    also then thereafter later soon now officially finally subsequently eventually formally immediately quickly successfully
    publicly promptly
""")
_ADVERBS = words("""
    never always often first still once only even just twice almost rather quite seldom sometimes perhaps maybe again ever yet
    too instead else together
""")
_NOUNS = words(
    "family assembly monopoly butterfly ally anomaly supply reply bully lily belly jelly fly rally homily"
)  # end in ly
_NEGATIVE_SUBJECT = re.compile(
    r"(?:no|not|nor|neither|nobody|nothing|none|never|scarcely|hardly|barely|almost|few|fewer|little|no-one|nowhere|rarely)\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"(?<!\bthe )(?<!\ba )(?<!\bhis )(?<!\bher )(?<!\bits )(?<!\btheir )\b(?:says?|said|believes?|believed|thinks?|thought"
    r"|argues?|argued|suggests?|suggested|claims?|claimed|assumes?|assumed|suppose[sd]?|insists?|insisted|knows?|knew|hopes?"
    r"|hoped|fears|feared|estimates?|estimated|maintains?|maintained|hold|reports?|reported|speculated?|allege[sd]?|suspect"
    r"|suspected|agree|agrees|agreed|concluded?|contends?|contended|wrote|writes?|expects?|expected) [\w’'-]",
    re.IGNORECASE,
)
_NEGATIVE = r"not|never|nobody|nothing|none|neither|nor|hardly|scarcely|barely|nowhere|cannot|no"
_HEARSAY = "allegedly|reportedly|supposedly|purportedly|ostensibly|apparently|presumably|seemingly|rarely|seldom"
_NEGATOR = re.compile(rf"\b(?:{_NEGATIVE}|{_HEARSAY})\b|n[’']t\b", re.IGNORECASE)
_DOUBT = re.compile(
    rf"\b(?:{_NEGATIVE}|{_HEARSAY}|nearly|almost|probably|possibly|perhaps|maybe|likely|unlikely|partly|partially|unless|without|except|rumou?red|alleged"
    r"|supposed|purported|according|contrary|theoretically|hypothetically|legend)\b|n[’']t\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?:in|on|at|by|during|for|over|within|throughout|from|until|since|around|between) .*"
    r"\b(?:centur(?:y|ies)|years?|decades?|eras?|period|reign|wars?|time|days?|months?|seasons?|morning|evening|night|summer"
    r"|winter|spring|autumn|age|ages|moment|end|beginning|start|crisis|revolution|past|aftermath|wake|weeks?|\d{4}s?)\b",
    re.IGNORECASE,
)
_TOLD_AS_IT_IS = re.compile(
    r"(?:today|yesterday|as of|after|before|during|following|upon|despite|although|though|because|throughout"
    r"|in (?:addition|contrast|turn|return|response|order|total|all)\b|by contrast|[a-z]{4,}ed (?:by|in|on|from|at|to|with)\b)",
    re.IGNORECASE,
)
_WHILE = re.compile(r"(?:when|while|as|since|until|after|before|during|[a-z]{4,}ed) ", re.IGNORECASE)


def without_adverbs(parts: list[str]) -> list[str] | None:
    """Return a subject without the harmless adverbs at its end; None where another adverb changes what its verb says."""
    while len(parts) > 1 and parts[-1].casefold() in _HARMLESS:
        parts = parts[:-1]
    last = parts[-1]
    changed = last.casefold() in _ADVERBS or (last.endswith("ly") and last.casefold() not in _NOUNS)
    return None if changed else parts


def is_doubtful(subject: str) -> bool:
    """Say whether a subject denies its clause or reports it: “No ship”, “Historians believe the Romans”."""
    return bool(_NEGATIVE_SUBJECT.match(subject) or _REPORTED.search(subject))


def holds_under(lead: str, past: bool) -> bool:
    """Say whether a clause is true without what it begins with.

    Args:
        lead: what stands before the subject: “In 1990” and “Despite the rain” change nothing, “In theory” and “If asked” do.
        past: whether the clause tells what happened; what is so “when it rains” is not so at all times.
    """
    if _WHILE.match(lead) and not past:
        return bool(DATE.fullmatch(f" {lead[0].casefold()}{lead[1:]}"))
    plain = f" {lead[0].casefold()}{lead[1:]}"
    timed = DATE.fullmatch(plain) or _TIME.match(lead) or _WHILE.match(lead)
    return bool(timed or _TOLD_AS_IT_IS.match(lead) or REASON.match(lead))


def is_place(lead: str) -> bool:
    """Say whether what a clause begins with is a place, which may stand behind it as well: “In France”."""
    return bool(PLACE.fullmatch(f" {lead[0].casefold()}{lead[1:]}"))


def denies(text: str) -> bool:
    """Say whether a text has a negative word, or one that leaves it to others to be sure."""
    return bool(_NEGATOR.search(text))


def doubts(text: str) -> frozenset[str]:
    """Return the negative words and hedges of a text."""
    return frozenset(found[0].casefold() for found in _DOUBT.finditer(text))
