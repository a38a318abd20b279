"""What is no answer: what the article does not say, what may be meant, what it is about instead; and what it does answer."""

from collections.abc import Callable, Sequence

from bot.answering import Answerer, Contradicted, NotSaid, OffTopic, Outcome, Suggestion
from bot.knowledge import Entry, Passage
from bot.surfaces.discord.custom_id import Choose, Topics, mark
from bot.surfaces.discord.i18n.catalogue import Language
from bot.surfaces.discord.pages.markup import LIMIT, TITLE, fitted, label, plain, small, width
from bot.surfaces.discord.pages.message import Audience, Button, Message, Reader, Row
from bot.surfaces.discord.pages.quotation import in_context_of, with_passages
from bot.surfaces.discord.pages.replies.controls import delete, related
from bot.surfaces.languages import in_their_language

_UNDERSTOOD = 150  # of a question as it was understood
_ARTICLES_NAMED = 3


def greeting(answerer: Answerer, reader: Reader) -> Message:
    """Return the line for one who has asked nothing yet, such as a bare mention of the bot."""
    say, articles = reader.language.say, _titles(answerer.titles)
    if answerer.examples:
        return _with_topics(say("greeting-examples", articles=articles, questions=_quoted(answerer.examples)), reader)
    if not answerer.topics:
        return miss(fitted(say("greeting-bare", articles=articles), LIMIT), reader, ())
    return _with_topics(say("greeting", articles=articles, topics=_either(answerer.topics, reader.language)), reader)


def unanswered(answerer: Answerer, entry: Entry, reader: Reader) -> Message:
    """Return the message of an unanswered entry: its note and what the article does say nearby."""
    return with_nearby(answerer, _noted(entry), entry.passages, (), reader, (related(entry, reader.language.say),))


def off_topic(reply: OffTopic, reader: Reader) -> Message:
    """Return the line for a question about something else."""
    say, articles = reader.language.say, _titles(reply.articles)
    theirs = "".join(f"\n{line}" for line in filter(None, (in_their_language(reply),)))
    if reply.examples:
        line = say("off-topic-examples", articles=articles, questions=_quoted(reply.examples))
        return _with_topics(line + theirs, reader)
    if not reply.topics:
        return miss(fitted(say("off-topic-bare", articles=articles) + theirs, LIMIT), reader, ())
    topics = _either(reply.topics, reader.language)
    return _with_topics(say("off-topic", articles=articles, topics=topics) + theirs, reader)


def _with_topics(line: str, reader: Reader) -> Message:
    """Return a line that invites to ask about the topics, with a way to all of them."""
    return miss(fitted(line, LIMIT), reader, (Button(reader.language.say("button-topics"), Topics()),))


def _quoted(questions: Sequence[str]) -> str:
    return " ".join(f"“{plain(question)}”" for question in questions)


def _titles(titles: Sequence[str]) -> str:
    return ", ".join(plain(label(title, TITLE)) for title in titles[:_ARTICLES_NAMED])


def _either(names: Sequence[str], language: Language) -> str:
    """Return names as they stand in a sentence: the meeting, the treaty or Taiwan."""
    *others, last = [plain(name) for name in names]
    return language.say("list-last", first=", ".join(others), last=last) if others else last


def did_you_mean(suggestions: Sequence[Suggestion], theirs: str, reader: Reader) -> Message:
    """Return the questions that may be meant, behind a line in the asker's own language."""
    say = reader.language.say
    head = say("did-you-mean") if suggestions else say("not-sure")
    lines = [*filter(None, (theirs,)), head, *_questions(suggestions, reader.language)]
    return miss(fitted("\n".join(lines), LIMIT), reader, (), suggestions)


def _noted(entry: Entry) -> str:
    """Return the note of an unanswered entry; it stands by itself, and says first what is not said, or what is said otherwise."""
    return f"**{plain(entry.note)}**"


def _understood(reply: Outcome, say: Callable[..., str]) -> str:
    """Return the line that says how a question that leaned on another was understood; nothing for one that stands alone."""
    asked = plain(label(reply.understood_as, _UNDERSTOOD))
    return f"{small(say('understood-as', question=asked))}\n" if asked else ""


def denied(answerer: Answerer, reply: NotSaid | Contradicted, reader: Reader) -> Message:
    """Return what the article does not say, or says otherwise, with what it does say."""
    say, entry = reader.language.say, reply.entry
    if isinstance(reply, Contradicted):
        line = say("contradicted", asked=plain(reply.asked), known=plain(reply.known))
    else:
        line = _noted(entry)
    head = _understood(reply, say) + line
    return with_nearby(answerer, head, entry.passages, reply.suggestions, reader, (related(entry, say),))


def with_nearby(
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
    return miss(f"{text}\n{offered}" if fits else text, reader, controls, suggestions)  # the buttons name them too


def miss(text: str, reader: Reader, controls: Row, suggestions: Sequence[Suggestion] = ()) -> Message:
    """Return a message that is no answer: for the asker alone where that is possible, else with a way to delete it."""
    private = reader.audience is not Audience.EVERYONE
    choices = [(choice,) for choice in _choices(suggestions, reader)]
    last = controls if private else (*controls, delete(reader))
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
