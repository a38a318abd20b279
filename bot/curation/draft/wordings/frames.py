"""The forms of questions, and for each how else people ask it; everyday words in place of others. Data for `proposals.py`.

A template is used where the question has every slot that it names, and the one before its bar: `s` who or what it is about,
`v` the verb's base form, `told` the verb and the rest as a statement has them, `brief` all without what a preposition adds,
`last` and `after` the same behind a surname alone;
`year`, `day`, `century`, `unit`, `percent` where the answer is one.
"""

import re

_AUX = r"(?P<aux>did|does|do|was|were|is|are|will|has|have|had|can|could|may|might|would|should|must)"


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(f"{pattern}$", re.IGNORECASE)


FRAMES: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (_form(r"what does the article say about (?P<x>.+)"), (
        "what about {x}", "tell me about {x}", "what is said about {x}", "anything on {x}", "what does it say on {x}",
        "what do we learn about {x}",
    )),
    (_form(r"what (?:did|does|do) (?P<s>.+?) say about (?P<x>.+)"), (
        "what was said by {s} about {x}", "how did {s} comment on {x}", "{s} on {x}", "what does {s} think about {x}",
        "what were the words of {s} on {x}", "what was the view of {s} on {x}", "what point did {s} make about {x}",
    )),
    (_form(r"what (?:did|does|do) (?P<s>.+?) (?P<said>say|state|declare|announce|argue|claim|believe|explain|conclude"
        r"|predict)"), (
        "what was said by {s}", "what did {s} have to say", "what were the words of {s}", "what point did {s} make",
        "what was the message of {s}", "what is the view of {s}", "statement of {s}",
    )),
    (_form(r"what (?P<be>is|was|are|were) (?P<s>.+) (?P<how>called|known as|named|renamed|nicknamed|considered)"), (
        "what do people call {s}", "by what name {be} {s} known", "what name was given to {s}", "{s} {be} {how} what",
        "another name for {s}", "what is the name of {s}", "name of {s}",
    )),
    (_form(
        r"what (?P<be>is|was|are|were) (?P<s>.+) (?P<part>[a-z]+(?:ed|en|ible|for|de)|an? (?:[a-z]+ )?(?:member|part"
        r"|supporter|alumnus))"
        r" (?P<to>of|on|to|for|into|from|as|with|by|in)"
    ), (
        "{to} what {be} {s} {part}", "{s} {be} {part} {to} what", "what exactly {be} {s} {part} {to}",
        "tell me what {s} {be} {part} {to}", "{s} {part} {to}", "what {was} it that {s} {be} {part} {to}",
    )),
    (_form(r"what (?P<aux>did|does|do) (?P<body>.+? [a-z]+) (?P<to>to|in|of|on|at|from|into|for|as)"), (
        "{to} what {aux} {body}", "{s} {told} {to} what", "what exactly {aux} {body} {to}", "tell me what {s} {told} {to}",
        "what {was} it that {s} {told} {to}",
    )),
    (_form(r"what (?P<aux>did|does|do) (?P<s>.+?) (?P<v>[a-z]+) to do"), (
        "what was it that {s} wanted to do", "what {aux} {s} {v} to achieve", "what was the aim of {s}",
        "what {aux} {s} aim at",
        "aim of {s}", "what was {s} trying to do",
    )),
    (_form(r"who (?P<be>is|was) (?P<s>(?-i:[A-Z]).+)"), (
        "office|what {be} the role of {s}", "office|which position {held} {s} hold", "tell me who {s} {be}", "{s} {be} who",
        "office|what {be} the job of {s}", "office|what office {held} {s} hold", "who exactly {be} {s}",
        "what do we know about {s}", "how {be} {s} described", "office|role of {s}", "what is said of {s}", "describe {s}",
    )),
    (_form(r"what (?P<be>is|was|are|were) (?P<s>(?:the |an? )?[^ ]+(?: [^ ]+){0,3})"), (
        "explain what {s} {be}", "describe {s}", "what exactly {be} {s}", "how {be} {s} described",
        "what do we know about {s}", "tell me about {s}", "tell me what {s} {be}", "{s} {be} what",
    )),
    (_form(rf"when {_AUX} (?P<body>.+)"), (
        "when {aux} {last} {after}", "year|what year {aux} {body}", "day|what day {aux} {body}",
        "century|in which century {aux} {body}", "{s} {told} when",
        "when {aux} {brief}", "year|in which year {aux} {brief}", "day|on what date {aux} {brief}",
        "when {was} it that {s} {told}", "at what point {aux} {body}", "ago|how long ago {aux} {brief}",
        "when exactly {aux} {body}", "tell me when {s} {told}",
    )),
    (_form(rf"where {_AUX} (?P<body>.+)"), (
        "where {aux} {last} {after}", "in which place {aux} {body}", "{s} {told} where", "in what location {aux} {body}",
        "where exactly {aux} {body}",
        "where {aux} {brief}", "tell me where {s} {told}", "place where {s} {told}",
    )),
    (_form(rf"why {_AUX} (?P<body>.+)"), (
        "why {aux} {last} {after}", "for what reason {aux} {body}", "how come {s} {told}", "what made {s} {v} {rest}",
        "what {was} the reason that {s} {told}",
        "why {aux} {brief}", "reason why {s} {told}",
    )),
    (_form(rf"how {_AUX} (?P<body>.+)"), (
        "in what way {aux} {body}", "by what means {aux} {body}", "{s} {told} how", "how exactly {aux} {body}",
        "what is the way that {s} {told}", "tell me how {s} {told}", "with what {aux} {body}",
    )),
    (_form(rf"by how much {_AUX} (?P<body>.+)"), (
        "how much {aux} {body}", "percent|by what percentage {aux} {body}", "{s} {told} by how much",
        "by what amount {aux} {body}",
        "how far {aux} {body}", "tell me by how much {s} {told}",
    )),
    (_form(rf"how much {_AUX} (?P<body>.+)"), (
        "how much money {aux} {body}", "what sum {aux} {body}", "what amount {aux} {body}", "{s} {told} how much",
        "how much {aux} {brief}", "tell me how much {s} {told}", "what {was} the figure that {s} {told}",
    )),
    (_form(rf"how long {_AUX} (?P<body>.+)"), (
        "unit|how many {unit} {aux} {body}", "for how long {aux} {body}", "{s} {told} for how long",
        "over what period {aux} {body}",
        "how much time {aux} {body}", "tell me how long {s} {told}",
    )),
    (_form(rf"what share(?P<of> of .+?) {_AUX} (?P<body>.+)"), (
        "what percentage{of} {aux} {body}", "what proportion{of} {aux} {body}", "how much{of} {aux} {body}",
        "what part{of} {aux} {body}",
        "what fraction{of} {aux} {body}", "percentage{of} that {s} {told}",
    )),
    (_form(rf"how many (?P<n>.+?) {_AUX} (?P<body>.+)"), (
        "what number of {n} {aux} {body}", "{s} {told} how many {n}", "number of {n} that {s} {told}",
        "how many {n} {aux} {brief}",
        "what is the number of {n} that {s} {told}", "how many {n} in all {aux} {body}",
        "what is the count of {n} that {s} {told}",
    )),
    (_form(r"how many (?P<n>.+?) (?P<told>(?:were|was|are|have|had|[a-z]+ed) .+)"), (
        "what number of {n} {told}", "what is the number of {n} that {told}", "number of {n} that {told}",
        "how many {n} in all {told}",
        "tell me how many {n} {told}",
    )),
    (_form(r"what (?P<noun>impact|influence|effect|role|part|advantage) did (?P<s>.+?) (?:have|play) (?P<on>.+)"), (
        "what was the {noun} of {s} {on}", "{noun} of {s} {on}", "how great was the {noun} of {s} {on}",
        "what kind of {noun} did {s} have {on}", "tell me about the {noun} of {s} {on}",
    )),
    (_form(rf"what {_AUX} (?P<body>.+)"), (
        "what {aux} {last} {after}", "what was {done} by {s} {rest}", "{s} {told} what", "what {was} it that {s} {told}",
        "what exactly {aux} {body}", "tell me what {s} {told}", "what {aux} {brief}",
    )),
    (_form(r"who (?P<past>[a-z]+) (?P<told>.+)"), (
        "by whom {be} {o} {done} {tail}", "{o} {be} {done} by whom {tail}", "who was it that {past} {told}",
        "tell me who {past} {told}", "who exactly {past} {told}", "who {past} {o}",
    )),
    (_form(rf"what (?!{_AUX.replace('?P<aux>', '?:')} )(?P<told>[a-z]+ .+)"), (
        "what was it that {told}", "what exactly {told}", "tell me what {told}",
    )),
)  # fmt: skip
"""The forms of questions, the first that fits is the one; each with its templates, those that people use most first."""


def _pairs(text: str) -> dict[str, str]:
    return dict(line.strip().split(" > ") for line in text.strip().splitlines())


ANYWHERE = _pairs("""
    founded by > set up by
    established > set up
    built > constructed
    bought > purchased
    largest > biggest
    large > big
    discussed > talked about
    virtual > online
    received > got
    operates > runs
    company > firm
    countries > nations
    country > nation
    ended > finished
    launched > started
    started > began
    emphasized > stressed
    expressed > voiced
    requires > needs
    renewal > extension
    treaty > pact
    agreement > deal
    reduced > cut
    published > brought out
    mostly > mainly
    developed by > created by
""")
"""A word, and another that may stand in its place in most questions; in the same form."""
TOLD = _pairs("""
    founded > set up
    began > started
    abandoned > gave up
    developed > came up with
    declared > proclaimed
    invented > came up with
    adopted > took up
    visited > went to
    created > made
    produced > made
    joined > became part of
    eliminated > did away with
""")
"""The same for verbs in the past that tell what somebody did: in a passive they would be wrong."""
BASES = _pairs("""
    begin > start
    start > begin
    establish > set up
    build > construct
    buy > purchase
    discuss > talk about
    receive > get
    operate > run
    launch > start
    abandon > give up
    develop > come up with
    declare > proclaim
    emphasize > stress
    express > voice
    produce > make
    require > need
    invent > come up with
    adopt > take up
    eliminate > do away with
    reduce > cut
    publish > bring out
    visit > go to
""")
"""The same for what stands behind “did”, “does”, “do” or “will” and who does it."""
