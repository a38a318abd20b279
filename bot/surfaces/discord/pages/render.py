"""Replies as Discord messages: whole in their text, so that they are read without embeds and by screen readers.

Each kind of reply begins in words of its own, so that the kinds are told apart without colour.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.answering import (
    About,
    Answer,
    Answerer,
    ClosestPassages,
    Contradicted,
    NotSaid,
    OffTopic,
    Outcome,
    Suggestion,
    Suggestions,
    Unclear,
    passages_of,
    suggestions_of,
)
from bot.knowledge import Entry, Passage
from bot.surfaces.discord.custom_id import (
    CUSTOM_ID,
    AboutBot,
    Choose,
    Delete,
    Related,
    Topics,
    Why,
    encode,
    mark,
)
from bot.surfaces.discord.i18n.catalogue import Language
from bot.surfaces.discord.pages.markup import LIMIT, TITLE, fitted, label, plain, small, width
from bot.surfaces.discord.pages.message import Audience, Button, Control, Message, Reader, Row
from bot.surfaces.discord.pages.quotation import in_context_of, link, with_passages
from bot.surfaces.languages import in_their_language
from bot.surfaces.wording import about_text, opened

_ALSO = 60  # of a question that was asked too, in UTF-16 code units
_UNDERSTOOD = 150  # of a question as it was understood
_ARTICLES_NAMED = 3


def render(answerer: Answerer, reply: Outcome, reader: Reader) -> Message:
    """Return the message for a reply; who sees it depends on the reply and on the reader's audience."""
    say = reader.language.say
    match reply:
        case Answer():
            return _answer(answerer, reply, reader)
        case Unclear(gone=True):
            return _miss(say("gone-exchange"), reader, ())
        case Suggestions(suggestions=suggestions) | Unclear(suggestions=suggestions):
            return _did_you_mean(suggestions, in_their_language(reply), reader)
        case ClosestPassages():
            head = say("closest-passage")
        case NotSaid() | Contradicted():
            return _denied(answerer, reply, reader)
        case OffTopic():
            return _off_topic(reply, reader)
        case About():
            line = plain(about_text(reply, reader.language.code))
            known = (Button(say("button-topics"), Topics()),) if answerer.topics or answerer.examples else ()
            return _miss(line, reader, (*known, Button(say("button-about"), AboutBot())))
    return _with_nearby(answerer, head, passages_of(reply), suggestions_of(reply), reader)


def answered(
    answerer: Answerer,
    entry: Entry,
    question: str,
    reader: Reader,
    answer: str = "",
    understood: bool = False,
    room: int = LIMIT,
) -> Message:
    """Return the message of an answered entry: its question, the answer, its passages, and the buttons.

    Args:
        answerer: knows the articles.
        entry: what is answered.
        question: what was asked.
        reader: who asked.
        answer: the answer as it is said to this question; by default as it was approved.
        understood: whether the question leaned on the one before it, and is said in full.
        room: how much of a message it may take.
    """
    say = reader.language.say
    asked = plain(entry.question)
    head = f"{small(say('understood-as', question=asked) if understood else asked)}\n**{plain(answer or entry.answer)}**"
    text = with_passages(answerer, head, entry.passages, reader.language, entry.points, room)
    private = reader.audience is Audience.ASKER
    controls: list[Control] = [
        in_context_of(answerer, entry.passages, reader.language),
        _related(entry, say),
        Button(say("button-why"), _why(entry, question)),
        *([] if private else [_delete(reader)]),
        *link(answerer, entry.passages, reader.language),
    ]
    return Message(text, private, (tuple(controls),))


def _answer(answerer: Answerer, reply: Answer, reader: Reader) -> Message:
    """Return an answer with those to the further questions of its message, as far as they fit; what is left out is named."""
    named = [_also_left(entry.question, reader.language) for entry in reply.also]
    left = "".join(_also_left(question, reader.language) for question in reply.left)
    room = LIMIT - width("".join(named)) - width(left)
    understood = bool(reply.understood_as)
    shown = answered(answerer, reply.entry, reply.question, reader, opened(reply), understood, room)
    text = shown.text
    for entry, line in zip(reply.also, named, strict=True):
        room += width(line)
        head = f"{small(plain(entry.question))}\n**{plain(entry.answer or entry.note)}**"
        further = "\n\n" + with_passages(answerer, head, entry.passages, reader.language)
        text += further if width(text) + width(further) <= room else line
    return replace(shown, text=text + left)


def _also_left(question: str, language: Language) -> str:
    return f"\n{small(language.say('also-left', question=plain(label(question, _ALSO))))}"


def greeting(answerer: Answerer, reader: Reader) -> Message:
    """Return the line for one who has asked nothing yet, such as a bare mention of the bot."""
    say, articles = reader.language.say, _titles(answerer.titles)
    if answerer.examples:
        return _with_topics(say("greeting-examples", articles=articles, questions=_quoted(answerer.examples)), reader)
    if not answerer.topics:
        return _miss(fitted(say("greeting-bare", articles=articles), LIMIT), reader, ())
    return _with_topics(say("greeting", articles=articles, topics=_either(answerer.topics, reader.language)), reader)


def unanswered(answerer: Answerer, entry: Entry, reader: Reader) -> Message:
    """Return the message of an unanswered entry: its note and what the article does say nearby."""
    return _with_nearby(answerer, _noted(entry), entry.passages, (), reader, (_related(entry, reader.language.say),))


def _off_topic(reply: OffTopic, reader: Reader) -> Message:
    """Return the line for a question about something else."""
    say, articles = reader.language.say, _titles(reply.articles)
    theirs = "".join(f"\n{line}" for line in filter(None, (in_their_language(reply),)))
    if reply.examples:
        line = say("off-topic-examples", articles=articles, questions=_quoted(reply.examples))
        return _with_topics(line + theirs, reader)
    if not reply.topics:
        return _miss(fitted(say("off-topic-bare", articles=articles) + theirs, LIMIT), reader, ())
    topics = _either(reply.topics, reader.language)
    return _with_topics(say("off-topic", articles=articles, topics=topics) + theirs, reader)


def _with_topics(line: str, reader: Reader) -> Message:
    """Return a line that invites to ask about the topics, with a way to all of them."""
    return _miss(fitted(line, LIMIT), reader, (Button(reader.language.say("button-topics"), Topics()),))


def _quoted(questions: Sequence[str]) -> str:
    return " ".join(f"“{plain(question)}”" for question in questions)


def _titles(titles: Sequence[str]) -> str:
    return ", ".join(plain(label(title, TITLE)) for title in titles[:_ARTICLES_NAMED])


def _either(names: Sequence[str], language: Language) -> str:
    """Return names as they stand in a sentence: the meeting, the treaty or Taiwan."""
    *others, last = [plain(name) for name in names]
    return language.say("list-last", first=", ".join(others), last=last) if others else last


def _did_you_mean(suggestions: Sequence[Suggestion], theirs: str, reader: Reader) -> Message:
    say = reader.language.say
    head = say("did-you-mean") if suggestions else say("not-sure")
    lines = [*filter(None, (theirs,)), head, *_questions(suggestions, reader.language)]
    return _miss(fitted("\n".join(lines), LIMIT), reader, (), suggestions)


def _noted(entry: Entry) -> str:
    """Return the note of an unanswered entry; it stands by itself, and says first what is not said, or what is said otherwise."""
    return f"**{plain(entry.note)}**"


def _understood(reply: Outcome, say: Callable[..., str]) -> str:
    """Return the line that says how a question that leaned on another was understood; nothing for one that stands alone."""
    asked = plain(label(reply.understood_as, _UNDERSTOOD))
    return f"{small(say('understood-as', question=asked))}\n" if asked else ""


def _denied(answerer: Answerer, reply: NotSaid | Contradicted, reader: Reader) -> Message:
    """Return what the article does not say, or says otherwise, with what it does say."""
    say, entry = reader.language.say, reply.entry
    if isinstance(reply, Contradicted):
        line = say("contradicted", asked=plain(reply.asked), known=plain(reply.known))
    else:
        line = _noted(entry)
    head = _understood(reply, say) + line
    return _with_nearby(answerer, head, entry.passages, reply.suggestions, reader, (_related(entry, say),))


def _related(entry: Entry, say: Callable[..., str]) -> Button:
    return Button(say("button-related"), Related(mark(entry)))


def _with_nearby(
    answerer: Answerer,
    head: str,
    passages: Sequence[Passage],
    suggestions: Sequence[Suggestion],
    reader: Reader,
    further: Row = (),
) -> Message:
    """Return a miss with what the article does say, and the questions nearby that it answers, if they fit."""
    text = with_passages(answerer, head, passages, reader.language)
    offered = "\n".join([reader.language.say("does-answer"), *_questions(suggestions, reader.language)])
    controls = (*((in_context_of(answerer, passages, reader.language),) if passages else ()), *further)
    fits = bool(suggestions) and width(text) + width(offered) + 1 <= LIMIT
    return _miss(f"{text}\n{offered}" if fits else text, reader, controls, suggestions)  # the buttons name them too


def _miss(text: str, reader: Reader, controls: Row, suggestions: Sequence[Suggestion] = ()) -> Message:
    """Return a message that is no answer: for the asker alone where that is possible, else with a way to delete it."""
    private = reader.audience is not Audience.EVERYONE
    choices = [(choice,) for choice in _choices(suggestions, reader)]
    last = controls if private else (*controls, _delete(reader))
    return Message(text, private, (*choices, *([last] if last else [])))


def _choices(suggestions: Sequence[Suggestion], reader: Reader) -> list[Button]:
    """Return a button for each suggested question, numbered as in the text."""
    numbered = enumerate((suggestion.entry for suggestion in suggestions), start=1)
    return [Button(f"{number}. {entry.question}", Choose(reader.id, mark(entry))) for number, entry in numbered]


def _questions(suggestions: Sequence[Suggestion], language: Language) -> list[str]:
    return [f"{number}. {_offered(suggestion, language)}" for number, suggestion in enumerate(suggestions, start=1)]


def _offered(suggestion: Suggestion, language: Language) -> str:
    """Return a suggested question, with its article where there are several."""
    question = plain(suggestion.entry.question)
    return language.say("in-article", question=question, article=plain(suggestion.article)) if suggestion.article else question


def _why(entry: Entry, question: str) -> Why:
    """Return the action with the question, or without it where a custom id has no room for it."""
    asked = Why(mark(entry), " ".join(question.split()))
    return asked if width(encode(asked)) <= CUSTOM_ID else Why(mark(entry), "")


def _delete(reader: Reader) -> Button:
    return Button(reader.language.say("button-delete"), Delete(reader.id))
