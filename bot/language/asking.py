"""The asking part of a message: what of it asks, without the story around it.

“Hi all, I saw the headline at work and my boss says it was in 2019, when was the treaty renewed?” asks “when was
the treaty renewed”. A message is cut into clauses; those that ask are kept, with what belongs to them, and statements
about the writer, or about what is not asked, are not. Of a message that only states or names something, everything but
the writer's own story is kept.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.language.pack import ENGLISH, LanguagePack
from bot.language.tokens import tokenise

_SENTENCE = re.compile(r"(?:[^.?!;\n]|[.](?=\w))+[.?!;\n]*")
_CLAUSE = re.compile(r",(?!\d)|:(?!\d)|[()\"“”–—]| - |\.\.\.")
_ADDRESS = re.compile(
    r"<?\b(?:https?://|www\.)[^\s|<>]+>?"
    r"|<(?:[@#][!&]?\d+|a?:\w+:\d+|t:-?\d+(?::\w)?|/[^<>:]+:\d+|id:\w+)>"  # Discord's mentions, emoji, times, commands, places
)
_MASKED_LINK = re.compile(r"\[((?:\[[^\[\]]*\]|[^\[\]])*)\]\(\s*<?https?://[^)]*\)")
_QUOTED_LINE = re.compile(r"^\s*>.*$", re.MULTILINE)
_MARKUP = re.compile(r"```(?:\w*\n)?|``?|\|\||~~|\*{1,3}|__")
_BEGINNING = 3  # words within which a clause that asks has its question word
_LEAST = 2  # words that ask for something; a part with fewer leans on the story


@dataclass(slots=True)
class _Clause:
    text: str
    tokens: tuple[str, ...]
    asks: bool = False


@dataclass(slots=True)
class _Sentence:
    clauses: list[_Clause]
    questioned: bool  # a question mark stands in it


def without_addresses(text: str) -> str:
    """Return a message without quoted lines, addresses, mentions and emoji; what a link, code or a spoiler says stays.

    Where nothing else is there, quoted lines are what is meant.
    """
    bare = _MARKUP.sub(" ", _ADDRESS.sub(" ", _MASKED_LINK.sub(r"\1", text)))
    unquoted = _QUOTED_LINE.sub(" ", bare)
    return unquoted if tokenise(unquoted) else bare


def asking_part(text: str, pack: LanguagePack = ENGLISH) -> str:
    """Return the clauses of a message that ask, in its own words, a sentence each; the message itself where all of it does.

    Args:
        text: any message, without addresses.
        pack: its language; of a language without a pack the whole message is returned.
    """
    if not pack.question_words:
        return text
    sentences = [_marked(sentence, pack) for sentence in _SENTENCE.findall(text)]
    clauses = [clause for sentence in sentences for clause in sentence.clauses]
    if any(clause.asks for clause in clauses):
        _leave_to_questions(sentences, pack)
        _fill_up(sentences, pack)
    else:
        for clause in clauses:
            clause.asks = not _personal(clause, pack)
    asking = [clause for clause in clauses if clause.asks]
    parts = [_embedded(clause, pack) for clause in asking]
    whole = not _asks_for_something(asking, pack) or parts == [clause.text for clause in clauses]
    return text if whole else ". ".join(parts)


def _marked(text: str, pack: LanguagePack) -> _Sentence:
    """Return the clauses of a sentence; those that ask are marked, and those that belong to them."""
    parts = (part.strip(" -.?!;\n") for part in _CLAUSE.split(text))
    clauses = [_Clause(part, tokenise(part, pack)) for part in parts if part]
    sentence = _Sentence(clauses, "?" in text)
    for clause in clauses:
        clause.asks = _asks(clause, sentence.questioned, pack)
    if any(clause.asks for clause in clauses):
        _mark_belonging(clauses, pack)
    elif sentence.questioned:
        own = [clause for clause in clauses if not _personal(clause, pack)]
        for clause in own or clauses:
            clause.asks = True
    return sentence


def _mark_belonging(clauses: Sequence[_Clause], pack: LanguagePack) -> None:
    """Mark what stands before a clause that asks and leads to it (“In 2021, …”) or is its matter, and what follows it."""
    follows = False
    for place, clause in enumerate(clauses):
        belongs = not _personal(clause, pack) and not _excludes(clause, pack)
        leads = bool(clause.tokens) and clause.tokens[0] in pack.leading
        clause.asks = clause.asks or (belongs and (leads or follows or _is_matter(clauses[place:], pack)))
        follows = follows or clause.asks


def _is_matter(clauses: Sequence[_Clause], pack: LanguagePack) -> bool:
    """Say whether the first of some clauses names what the next one asks about: “The five members: what must they do?”"""
    following = clauses[1:2]
    return bool(following) and following[0].asks and not pack.anaphors.isdisjoint(following[0].tokens)


def _leave_to_questions(sentences: Sequence[_Sentence], pack: LanguagePack) -> None:
    """Where a question mark stands, let other sentences ask only by a request, or by how they begin."""
    questions = [clause for sentence in sentences if sentence.questioned for clause in sentence.clauses if clause.asks]
    if not _asks_for_something(questions, pack):
        return
    for sentence in (sentence for sentence in sentences if not sentence.questioned):
        for place, clause in enumerate(sentence.clauses):
            begins = place == 0 and not _personal(clause, pack) and not _verbs(pack).isdisjoint(clause.tokens[:1])
            clause.asks = clause.asks and (begins or _requests(clause, pack) or _wonders(clause, pack))


def _verbs(pack: LanguagePack) -> frozenset[str]:
    return pack.interrogatives | pack.auxiliaries


def _fill_up(sentences: Sequence[_Sentence], pack: LanguagePack) -> None:
    """Add to a question that says too little by itself what stands right before it: “They met in 2019. When was that?”"""
    first = next(place for place, sentence in enumerate(sentences) if any(clause.asks for clause in sentence.clauses))
    for sentence in reversed(sentences[:first]):
        if _asks_for_something([clause for one in sentences for clause in one.clauses if clause.asks], pack):
            return
        for clause in sentence.clauses:
            clause.asks = not _excludes(clause, pack)


def _asks(clause: _Clause, questioned: bool, pack: LanguagePack) -> bool:
    words = clause.tokens
    if not words or _excludes(clause, pack):
        return False
    begins = not pack.interrogatives.isdisjoint(words[:_BEGINNING]) and words[0] not in pack.first_person
    if words[0] in pack.auxiliaries or _requests(clause, pack) or (begins and not _answers(clause, pack)):
        return True
    if _personal(clause, pack):  # “I wonder whether they met” asks, “I know who he is” tells
        return not pack.wondering.isdisjoint(words) and (questioned or not pack.interrogatives.isdisjoint(words))
    return questioned and not _verbs(pack).isdisjoint(words)


def _requests(clause: _Clause, pack: LanguagePack) -> bool:
    """Say whether a clause begins with a request: “just tell me …”."""
    opened = next((word for word in clause.tokens if word not in pack.openers), "")
    return opened in pack.requests


def _wonders(clause: _Clause, pack: LanguagePack) -> bool:
    return _personal(clause, pack) and not pack.wondering.isdisjoint(clause.tokens)


def _excludes(clause: _Clause, pack: LanguagePack) -> bool:
    """Say whether a clause says what is not asked: “not the one of 2019”, “I'm not asking who came”."""
    return bool(pack.excluding.search(" ".join(clause.tokens)))


def _embedded(clause: _Clause, pack: LanguagePack) -> str:
    """Return the question within what the writer tells of it: “she asked me on the phone how long it took” → how long it took."""
    words = "|".join(sorted(pack.interrogatives | pack.conditions))
    found = re.search(rf"\b(?:{words})\b", clause.text, re.IGNORECASE) if _wonders(clause, pack) else None
    if found is None:
        return clause.text
    told, asked = (_Clause(text, tokenise(text, pack)) for text in (clause.text[: found.start()], clause.text[found.start() :]))
    tells = [word for word in told.tokens if word not in pack.stopwords and word not in pack.wondering]
    return asked.text if tells and _asks_for_something([asked], pack) else clause.text


def _answers(clause: _Clause, pack: LanguagePack) -> bool:
    """Say whether a clause with a question word at its beginning states something: “That's not what I'm after”."""
    return clause.tokens[0] in pack.referring and _personal(clause, pack)


def _personal(clause: _Clause, pack: LanguagePack) -> bool:
    return not pack.first_person.isdisjoint(clause.tokens)


def _asks_for_something(clauses: Iterable[_Clause], pack: LanguagePack) -> bool:
    words = [word for clause in clauses for word in clause.tokens if word not in pack.stopwords]
    return len(words) >= _LEAST


def questions_in(text: str, pack: LanguagePack = ENGLISH) -> tuple[str, ...]:
    """Return the questions of a message that asks several, in its own words; none where it asks one.

    A message is cut behind question marks, and where a joining word stands before one that asks (“… and what …”). Each part must
    ask, and name something by itself.
    """
    asks = pack.interrogatives | pack.auxiliaries
    if not pack.joining or not asks:
        return ()
    words = "|".join(sorted(asks))
    joint = re.compile(rf"(?<=\?)\s+|[\s,;]+(?:{'|'.join(sorted(pack.joining))})\s+(?=(?:{words})\b)", re.IGNORECASE)
    parts = tuple(part.strip() for part in joint.split(asking_part(without_addresses(text), pack)))
    return parts if len(parts) > 1 and all(_asks_by_itself(tokenise(part, pack), asks, pack) for part in parts) else ()


def _asks_by_itself(words: Sequence[str], asks: frozenset[str], pack: LanguagePack) -> bool:
    content = [word for word in words if word not in pack.stopwords and word not in asks]
    return len(content) >= _LEAST and not asks.isdisjoint(words[:_BEGINNING])
