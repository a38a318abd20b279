"""The front desk: takes a question or the press of a button, gives the message to show.

Neither it nor what it uses knows Discord's library, a clock, or who asked before.
"""

from functools import lru_cache

from bot.answering import Answerer
from bot.knowledge import Article, Entry
from bot.surfaces.discord.audience import Reader
from bot.surfaces.discord.autocomplete import Completer
from bot.surfaces.discord.custom_id import Choose, InContext, JumpToTopic, Pick, Read, Related, Topics, Why
from bot.surfaces.discord.i18n.catalogue import Language
from bot.surfaces.discord.pages.browse import about, choice_of, show_article, show_topics, status, topic_pages
from bot.surfaces.discord.pages.context import in_context
from bot.surfaces.discord.pages.markup import label
from bot.surfaces.discord.pages.message import OPTION, OPTIONS, Message
from bot.surfaces.discord.pages.render import answered, greeting, render, unanswered
from bot.surfaces.discord.pages.why import why
from bot.surfaces.discord.short_hash import fingerprint, mark

_CHOSEN = "entry:"
"""Before the id in a completed question's value: what a person types is a question, even if it reads like an id."""
_RELATED = 10  # entries offered as nearby

_Direct = InContext | Related | Why | Choose | Topics | Read
MessageAction = _Direct | Pick | JumpToTopic
"""An action that is answered with a message; `Delete` alone is not."""


class FrontDesk:
    """Answers readers from one library.

    Args:
        answerer: gives the reply to a question.
    """

    def __init__(self, answerer: Answerer) -> None:
        self._answerer = answerer
        articles = [knowledge.article for knowledge in answerer.library]
        self._articles = {fingerprint(article): article for article in articles}
        self._completers = {name: Completer(answerer, name or None) for name in ("", *(article.name for article in articles))}
        self._near = lru_cache(maxsize=1024)(self._find_near)
        self._pages = topic_pages(answerer.library)
        self._entries = {mark(entry): entry for knowledge in answerer.library for entry in knowledge.entries}

    def ask(self, question: str, reader: Reader, article: str = "") -> Message:
        """Return the message for a question, or for a completed one; `article` names the one to ask, if any."""
        if article not in self._completers:
            return _told(reader.language.say("unknown-article"))
        if question.startswith(_CHOSEN):
            return self._entry(question.removeprefix(_CHOSEN), reader)
        if not any(map(str.isalnum, question)):
            return greeting(self._answerer, reader)
        return render(self._answerer, self._answerer.answer(question, article or None, explained=False), reader)

    def press(self, action: MessageAction, reader: Reader, chosen: str = "") -> Message:
        """Return the message for a pressed button, or for what was chosen from a list."""
        match _with_choice(action, reader, chosen):
            case InContext() as place:
                return self._context(self._articles.get(place.article), place, reader.language)
            case Related(entry=key):
                return self._related(self._entries.get(key), reader.language)
            case Why() as asked:
                return self._why(self._entries.get(asked.entry), asked, reader.language)
            case Choose(entry=key):
                return self._entry(key, reader)
            case Topics(page=page):
                return self.topics(reader.language, page)
            case Read(article=key, page=page):
                return self._read(self._articles.get(key), page, reader.language)

    def complete(self, typed: str, article: str = "") -> list[tuple[str, str]]:
        """Return at most 25 known questions for what was typed so far, best first, each with its value."""
        completer = self._completers.get(article, self._completers[""])
        return [(label(entry.question, OPTION), f"{_CHOSEN}{mark(entry)}") for entry in completer.complete(typed, OPTIONS)]

    def complete_article(self, typed: str) -> list[tuple[str, str]]:
        """Return at most 25 articles whose name or title holds what was typed so far, each with its value."""
        articles = [knowledge.article for knowledge in self._answerer.library]
        wanted = typed.casefold()
        found = [one for one in articles if wanted in f"{one.name} {one.called}".casefold() and len(one.name) <= OPTION]
        return [(label(one.called, OPTION), one.name) for one in found[:OPTIONS]]

    def topics(self, language: Language, page: int = 0) -> Message:
        """Return a page of what can be asked."""
        return show_topics(self._pages, page, language)

    def article(self, language: Language, name: str = "") -> Message:
        """Return the first page of an article; of the first one where none is named."""
        articles = [knowledge.article for knowledge in self._answerer.library]
        found = next((article for article in articles if name in ("", article.name)), None)
        return show_article(found, 0, language) if found else _told(language.say("unknown-article"))

    def about(self, language: Language) -> Message:
        """Return what the bot is and what it keeps."""
        return about(self._answerer.library, language)

    def status(self, language: Language) -> Message:
        """Return what is loaded."""
        return status(self._answerer.library, language)

    def _entry(self, key: str, reader: Reader) -> Message:
        entry = self._entries.get(key)
        if entry is None:
            return _told(reader.language.say("gone-entry"))
        if entry.answered:
            return answered(self._answerer, entry, entry.question, reader)
        return unanswered(self._answerer, entry, reader)

    def _context(self, article: Article | None, action: InContext, language: Language) -> Message:
        shown = in_context(article, action, language) if article else None
        return shown or _told(language.say("gone-article"))

    def _related(self, entry: Entry | None, language: Language) -> Message:
        if entry is None:
            return _told(language.say("gone-entry"))
        near = self._near(entry)
        if not near:
            return _told(language.say("related-none"))
        return Message(language.say("related-head"), private=True).with_row(choice_of(near, language.say("related-pick")))

    def _find_near(self, entry: Entry) -> tuple[Entry, ...]:
        near = self._answerer.nearest(entry.question, _RELATED + 1, entry.qualifier or None)
        return tuple(other for other in near if other != entry)[:_RELATED]

    def _why(self, entry: Entry | None, action: Why, language: Language) -> Message:
        if entry is None or not entry.answered:
            return _told(language.say("gone-entry"))
        return why(self._answerer, entry, action, language)

    def _read(self, article: Article | None, page: int, language: Language) -> Message:
        return show_article(article, page, language) if article else _told(language.say("gone-article"))


def _with_choice(action: MessageAction, reader: Reader, chosen: str) -> _Direct:
    """Return the action that a choice from a list amounts to."""
    match action:
        case Pick():
            return Choose(reader.id, chosen)
        case JumpToTopic():
            return Topics(int(chosen) if chosen.isdecimal() else 0)
        case direct:
            return direct


def _told(line: str) -> Message:
    return Message(line, private=True)
