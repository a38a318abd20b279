"""What stands before the subject of a sentence: its dateline, words that join it to another, dates and reasons."""

import re

from bot.curation.draft.sentence.facts import DATED

_DATELINE = re.compile(r"^[A-Z][\w .,’'-]{2,60}(?:\([A-Z][\w ./-]{1,30}\)\s*[:–—-]|\s[–—])\s+(?=[\"“A-Z])")
_CONNECTIVES = re.compile(
    r"^(?:however|also|moreover|furthermore|meanwhile|additionally|consequently|therefore|thus|instead|still|then|later"
    r"|likewise|hence"
    r"|nevertheless|nonetheless|similarly|ergo|finally|and|but|in addition|further|shortly thereafter|weeks later"
    r"|the following day|for example|for instance|as a result|in fact|of course"
    r"|on the other hand|aside from that|in general|in particular|initially|originally|eventually|ultimately|accordingly|rather"
    r"|in other words|in this regard|specifically)\b,?\s+",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:today|yesterday|according to [^,]{2,50}|as of [^,]{2,20}|(?:in|on|at|by|since|during|after|before|until|from"
    r"|between|under|with|for"
    r"|around|within|over|following|throughout|to|although|though|when|because|as|while|if|despite|unlike|like"
    r"|upon)\s[^,]{2,90}"
    r"|[a-z]{4,}(?:ed|ing)(?: [a-z]+ly)? (?:by|in|on|from|at|to|with|the|a|its)\s[^,]{2,80}),\s+"
    r"|^(?:in|by|since) (?:the )?(?:early |late )?[12]\d{3}s? ",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s?\([^()]{1,60}\)|\[[^\]]{1,40}\]")
_ASIDE = re.compile(r"\s(?:on (?:his|her|its|their) part|themselves|himself|herself|itself)(?= [a-z]+ed\b)")


def without_dateline(sentence: str) -> str:
    """Return a sentence on one line, without a dateline such as “Rome, 3 May 2020 (ANB): ”."""
    return _DATELINE.sub("", " ".join(sentence.split()))


def bare(sentence: str) -> str:
    """Return a sentence without dateline, brackets, a first word that joins it to another, and its full stop."""
    text = _ASIDE.sub("", _BRACKETS.sub("", without_dateline(sentence))).rstrip(" .!?…")
    while led := _CONNECTIVES.match(text):
        text = text[led.end() :]
    return text


def without_leads(text: str) -> tuple[tuple[str, ...], str]:
    """Return what stands before the subject, each without its comma, and the rest of a text."""
    leads: list[str] = []
    while led := DATED.match(text) or _LEAD.match(text):
        leads.append(led[0].rstrip(", "))
        text = text[led.end() :]
    return tuple(leads), text
