"""The facts that a clause may hold, by how they are written: dates, sums, counts, shares, durations, places, reasons."""

import re

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_NTH = r"\d{1,2}(?:st|nd|rd|th)"
_YEAR = r"(?:early |late |mid-|the )*[12]\d{3}s?(?:[–-]\d{2,4})?(?: (?:AD|BC))?"
_SMALL = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)"
_WHEN = (
    rf"(?:(?:the )?(?:(?:{_NTH}|\d{{1,2}}) )?{_MONTH}(?: (?:{_NTH}|\d{{1,2}})\b)?(?:,? \d{{4}})?"
    rf"|{_DAY}(?: (?:morning|afternoon|evening|night))?"
    rf"|{_YEAR}(?!\d|,\d| [a-z]+s\b)"
    r"|(?:last|next|this) (?:year|month|week|spring|summer|autumn|fall|winter)"
    rf"|(?:early |late |mid-|the )*(?:(?:first|second|latter) half of the )?{_NTH}(?: and (?:early )?{_NTH})? centur(?:y|ies)"
    r"|\d{1,2}(?:[:.]\d\d)? [ap]\.?m\.?)"
)
_CLOCK = r"\d{1,2}(?:[:.]\d\d)? [ap]\.?m\.?"
_ONE_DATE = (
    rf"(?:(?:later |again |early )?(?:on|in|since|by|until|during|around|from|before|after)\s(?:about "
    rf"|around )?(?:the )?{_WHEN}(?:\s(?:on|of|in)\s{_WHEN})?"
    rf"|between {_WHEN} and {_WHEN}|at {_CLOCK}(?: on {_WHEN})?)"
)
DATE = re.compile(
    rf"(?:^|,?\s){_ONE_DATE}(?:\s(?:and|to|until|through|or)\s(?:in |again in )?{_WHEN})?(?=[\s,.;]|$)|,?\s(?:today|yesterday"
    rf"|{_DAY})\b"
)
"""A date with its preposition, as it stands behind or before a clause."""
PLACE = re.compile(
    rf"(?:^|\s)(?:in|at|near|outside)\s(?:the )?(?!{_WHEN})[A-Z][\w’'-]+(?:,? (?:of |de |and |the )?[A-Z][\w’'-]+)*"
    r"(?=[,.;]|$|\s(?:in|on|during|and|by|to|for|with|as|from|until|where|at)\b)"
)
DATED = re.compile(rf"{_ONE_DATE}(?: (?:to|until|and|through) {_WHEN})?(?:, | (?=the |[A-Z]))", re.IGNORECASE)
"""A date that a sentence begins with."""
EVENT = re.compile(
    r"(?:^|\s)(?P<when>(?:after|before|following|upon) (?:the |a |an |his |her |its |their )?[\w’'-]+(?: [\w’'-]+)*)"
)
"""Something that tells when it happened without a date: “after its merger with the college”."""
REASON = re.compile(
    r"(?:^|,?\s)(?P<how>[Bb]ecause(?: of)?|due to|thanks to|owing to|as a result of|in order to|[Ii]n response to"
    r"|[Dd]ue to)\s(?P<why>.+)"
)
_ABOUT = (
    r"(?:(?:about|nearly|almost|over|more than|less than|up to|some|around|at least|an estimated|approximately|as many as) )?"
)
_MILLION = r"(?: (?:million|billion|trillion|thousand|hundred))?"
MONEY = re.compile(
    rf"{_ABOUT}(?:(?:US|C|A)?[$€£¥]\s?\d[\d.,]*(?<![.,]){_MILLION}|\d[\d.,]*{_MILLION} (?:dollars|euros|pounds|yen))"
    r"(?: (?:per|a|an) [a-z]+)?"
)
COUNT = re.compile(
    rf"(?<![\w.,$€£-]){_ABOUT}(?P<number>\d[\d.,]*(?<![.,]){_MILLION}|(?:{_SMALL}|dozens of|hundreds of|thousands of|hundred"
    rf"|thousand))"
    r"(?P<noun>(?: [A-Za-z][\w’'-]*){0,3}? (?!years|months|weeks|days|hours|minutes|percent|dollars|euros|pounds|yen|others"
    r"|times"
    r"|has|was|is|as|its|this|across|does|thus|us)(?:[A-Za-z-]+[^s’'\W]s|people|men|women|children|staff))(?=[\s,.;]|$)"
)
SHARE = re.compile(
    rf"{_ABOUT}\d[\d.,]* ?(?:%|per cent|percent)(?P<of> of (?:the |its |all )?[\w’'-]+(?: [\w’'-]+){{0,3}}?)?(?=[,.]|$| in "
    rf"| by | and )"
)
DURATION = re.compile(
    rf"\s(?:for|over) (?P<long>{_ABOUT}(?:\d+|{_SMALL}|several|many) (?:years|months|weeks|days|hours|minutes|centuries"
    rf"|decades))(?=[\s,.;]|$)"
)
AGENT = re.compile(
    r"(?:^|\s)by (?P<who>(?:the |a "
    r"|an )?[\w’'.-]+(?: [\w’'.-]+){0,8}?(?:, [A-Z][\w’'-]+(?: [\w’'-]+)* [A-Z][\w’'-]+)?)(?=[,;.]|$|\s(?:in|on|at|for|to"
    r"|during|with|as|from|after|before|under|until|through|between|along|together|and|when|who|which)\b)"
)
CALLED = re.compile(
    r"(?:also |often |sometimes |[a-z]+ly )?(?P<how>known as|called|renamed|named|nicknamed|referred to as|described as"
    r"|considered)\s(?P<what>.+)"
)
_STRANDED = (
    r"led to|resulted? in|results in|consists? of|consisted of|relied on|rely on|relies on|refers? to|depends? on|depended on"
    r"|belongs? to"
    r"|belonged to|contributed to|contributes to|leads? to|focused on|focuses on|participated in|applies to|apply to|applied to"
    r"|stands? for|aims? at|dealt with|deals with|derives from|evolved into|turned into|came from|comes from|originated from"
)
STRANDED = re.compile(rf"(?P<verb>{_STRANDED})\s(?P<what>.+)")
_PASSIVE = (
    r"based on|derived from|made of|made from|composed of|known for|famed for|noted for|used for|used to|responsible for"
    r"|divided into"
    r"|organi[sz]ed into"
    r"|associated with|connected with|connected to|named after|replaced by|followed by|caused by|inspired by|influenced by"
    r"|related to"
    r"|opposed to|similar to|equal to|converted into|required to|designed to|intended to|allowed to|able to|forced to"
    r"|expected to"
    r"|characteri[sz]ed by|surrounded by|defined as|powered by|subject to|committed to|involved in|limited to|accompanied by"
    r"|famous for"
)
PASSIVE = re.compile(rf"(?:[a-z]+ly )?(?P<how>{_PASSIVE})\s(?P<what>.+)")
"""What a state or a passive is asked about with its preposition at the end: “What is it based on?”"""


def without(text: str, found: re.Match[str] | None) -> str:
    """Return a text without what was found in it."""
    return " ".join(f"{text[: found.start()]} {text[found.end() :]}".split()).strip(" ,") if found else text
