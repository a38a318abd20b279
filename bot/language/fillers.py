"""Fillers: what people say around a question (greetings, courtesies, excuses, what they need it for) and not in it.

Two readers who wrap their questions alike would else look as if they asked the same. Only what stands in the patterns
goes, and never all of a text.
"""

import re
from collections.abc import Sequence

_WHO = r"(?:anyone|anybody|somebody|someone|you|u|we|i)"
_LEARN = r"(?:know|learn|hear|ask|find out|understand|figure out|be told|see|check|confirm|clarify)"
_TELL = r"(?:tell|explain|say|inform|remind|show|help|clarify|explain to|say to)"
_TASK = (
    r"(?:essay|homework|presentation|exam|test|quiz|class|paper|project|assignment|thesis|report|article|notes|blog|podcast"
    r"|school|uni|university|seminar|debate|footnote|citation|citations|deadline|study|research)"
)
_PERSON = r"(?:prof|professor|teacher|boss|editor|friend|mate|dad|mom|mum|brother|sister|roommate|colleague|tutor)"
_BEFORE_QUESTION = r"(?= (?:who|what|when|where|why|how|which|whom|whose|if|whether|about))"
_PATTERNS = (
    r"(?:hi|hello|hey|greetings|dear|good (?:morning|afternoon|evening|day))(?: (?:there|all|everyone|guys|bot|sir|team|folks))?",
    r"(?:umm?|uh|hmm|yo|bro|dude|folks)",
    r"(?:sorry|excuse me|pardon)"
    r"(?: (?:if |for |about )?(?:this is |the |a )?(?:dumb|stupid|silly|basic|noob|late|bad) (?:question|english)(?: but)?)?",
    r"(?:sorry )?english is not my (?:first |native |mother )?(?:language|tongue)",
    r"(?:just |quick |one |a |another |simple |dumb |stupid |silly |serious )+question(?: (?:here|please|but))?",
    r"(?:i am |i was |am )?(?:just |really |only )?(?:curious|wondering|interested)"
    r"(?: (?:if|whether|to know|about|in knowing|to learn))?",
    r"i (?:would |just |really |do |also )*(?:like|love|want|need|wish|wonder|be (?:grateful|glad|happy))"
    rf"(?: to (?:please )?{_LEARN})?{_BEFORE_QUESTION}",
    rf"i am (?:trying|hoping|looking) to {_LEARN}",
    rf"(?:it would|would it) be (?:useful|good|great|nice|helpful|interesting|possible) to {_LEARN}",
    rf"(?:can|could|would|will|may|might) {_WHO} (?:please |kindly |maybe |perhaps )*{_TELL}(?: (?:me|us))?",
    rf"(?:do|does) {_WHO} (?:happen to |even |actually )?know(?: (?:if|whether))?",
    rf"(?:please |kindly )?(?:tell|remind|inform) (?:me|us)(?: (?:please|if|whether|again))?{_BEFORE_QUESTION}",
    r"(?:lol|lmao|haha\w*|hehe\w*|omg|tbh|to be honest|by the way|any idea|no idea|serious question|help me out|asap|right now"
    r"|i forgot|i do not (?:know|remember|get it|understand))",
    r"(?:according to|in|from|per|as per|based on) (?:the|this|that|your) (?:article|text|story|report|piece|news|page)",
    rf"(?:i )?(?:need|asking) (?:it |this |that |to know |the answer )?for (?:my |a |the |our )?(?:\w+ )?{_TASK}(?: .*)?$",
    rf"for (?:my|our|a) (?:\w+ )?{_TASK}(?: \w+)?$",
    rf"(?:writing|doing|finishing|working on) (?:my|a|an|our) (?:\w+ )?{_TASK}(?: .*)?$",
    rf"my {_PERSON} (?:keeps? asking|asked|wants to know|says?|told me)",
)
_FILLER = re.compile(rf"(?:^| )(?:{'|'.join(_PATTERNS)})(?= |$)")


def without_fillers(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words of a question without what was said around it; all of them if nothing else was said."""
    text, before = " ".join(words), ""
    while text != before:
        text, before = _FILLER.sub("", text).strip(), text
    return tuple(text.split()) or tuple(words)
