"""The controller: takes a question or the press of a button, gives the message to show.

Neither it nor what it uses knows Discord's library, a clock, or who asked before.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from bot.answering import Answerer, Exchange
from bot.knowledge import Article, Entry
from bot.language import without_addresses
from bot.surfaces.discord.autocomplete import CHOSEN, Autocomplete
from bot.surfaces.discord.custom_id import (
    AboutBot,
    Action,
    Choose,
    InContext,
    JumpToTopic,
    Pick,
    Read,
    Related,
    Topics,
    Why,
    fingerprint,
    mark,
)
from bot.surfaces.discord.i18n.catalogue import Language
from bot.surfaces.discord.pages.browse import about, choice_of, show_topics, status, topic_pages
from bot.surfaces.discord.pages.context import in_context, show_article
from bot.surfaces.discord.pages.decision import Decision, decision_of, decision_on, hash_of
from bot.surfaces.discord.pages.kept import Keeping, what_is_kept, with_votes
from bot.surfaces.discord.pages.message import Message, Reader
from bot.surfaces.discord.pages.render import render
from bot.surfaces.discord.pages.replies.answers import answered
from bot.surfaces.discord.pages.replies.misses import greeting, unanswered
from bot.surfaces.discord.pages.replies.why import why

_RELATED = 10  # entries offered as nearby

_NOTHING = Keeping()
_Direct = InContext | Related | Why | Choose | Topics | Read | AboutBot
MessageAction = _Direct | Pick | JumpToTopic
"""An action that is answered with a message, whatever the surface does besides."""


class Controller:
    """Answers readers from one library.

    Args:
        answerer: gives the reply to a question.
        keeping: what is kept of it; where that is something, readers may judge replies.

    Attributes:
        autocomplete: completes what is being typed.
        keeping: what is kept.
        knowledge: the hash of all that is loaded.
    """

    def __init__(self, answerer: Answerer, keeping: Keeping = _NOTHING) -> None:
        self._answerer = answerer
        self._articles: dict[str, Article] = {}
        self._by_fingerprint: dict[str, Article] = {}
        for article in (knowledge.article for knowledge in answerer.library):  # several files may be about one article
            self._articles.setdefault(article.name, article)
            self._by_fingerprint.setdefault(fingerprint(article), article)
        self.autocomplete = Autocomplete(answerer)
        self.keeping = keeping
        self.knowledge = hash_of(answerer.library)
        self._near = lru_cache(maxsize=1024)(self._find_near)
        self._pages = topic_pages(answerer.library)
        self._entries = {mark(entry): entry for knowledge in answerer.library for entry in knowledge.entries}
        self._marks = {entry.key: marked for marked, entry in self._entries.items()}

    def ask(self, question: str, reader: Reader, article: str = "", before: Exchange | None = None) -> Message:
        """Return the message for a question, or for a completed one.

        Args:
            question: what was asked.
            reader: who asks.
            article: the name of the one to ask; empty to ask all.
            before: what was asked just before, and what became of it.
        """
        if article and article not in self._articles:
            return _notice(reader.language.say("unknown-article"))
        if question.startswith(CHOSEN):
            return self._entry(question.removeprefix(CHOSEN), reader)
        if not any(map(str.isalnum, without_addresses(question))):
            return greeting(self._answerer, reader)
        reply = self._answerer.answer(question, article or None, before=before, explained=False)
        return self._decided(render(self._answerer, reply, reader), decision_of(reply, self.knowledge), reader)

    def exchange(self, controls: Iterable[Action]) -> Exchange | None:
        """Return what a message leaves for the next question, from its own buttons; None where it stands on no entry.

        They outlive a restart, so that a message can be followed up a month later. An entry that is gone keeps its mark,
        which no entry is called by.
        """
        actions = tuple(controls)
        stood_on = [one for one in actions if isinstance(one, Why | Related)]
        if stood_on:
            asked = next((one.question for one in stood_on if isinstance(one, Why)), "")
            return Exchange(asked, (self._key(stood_on[0].entry),))
        offered = tuple(self._key(one.entry) for one in actions if isinstance(one, Choose))
        return Exchange("", offered, offered=True) if offered else None

    def _key(self, marked: str) -> str:
        return self.key_of(marked) or marked

    def key_of(self, marked: str) -> str | None:
        """Return the key of the entry that a custom id names; None if it is gone."""
        entry = self._entries.get(marked)
        return entry.key if entry else None

    def press(self, action: MessageAction, reader: Reader, chosen: str = "") -> Message:
        """Return the message for a pressed button, or for what was chosen from a list."""
        match _with_choice(action, reader, chosen):
            case InContext() as place:
                return self._context(self._by_fingerprint.get(place.article), place, reader.language)
            case Related(entry=key):
                return self._related(self._entries.get(key), reader.language)
            case Why() as asked:
                return self._why(self._entries.get(asked.entry), asked, reader.language)
            case Choose(entry=key):
                return self._entry(key, reader)
            case Topics(page=page):
                return self.topics(reader.language, page)
            case AboutBot():
                return self.about(reader.language)
            case Read(article=key, page=page):
                return self._read(self._by_fingerprint.get(key), page, reader.language)

    def topics(self, language: Language, page: int = 0) -> Message:
        """Return a page of what can be asked."""
        return show_topics(self._pages, page, language)

    def article(self, language: Language, name: str = "") -> Message:
        """Return the first page of an article; of the first one where none is named."""
        found = self._articles.get(name) if name else next(iter(self._articles.values()))
        return show_article(found, 0, language) if found else _notice(language.say("unknown-article"))

    def about(self, language: Language) -> Message:
        """Return what the bot is and what it keeps."""
        return about(self._answerer.library, language, what_is_kept(self.keeping, language))

    def status(self, language: Language, refused: Sequence[str] = ()) -> Message:
        """Return what is loaded, and why newer knowledge was refused."""
        return status(self._answerer.library, language, refused)

    def _entry(self, key: str, reader: Reader) -> Message:
        entry = self._entries.get(key)
        if entry is None:
            return _notice(reader.language.say("gone-entry"))
        if entry.answered:
            shown = answered(self._answerer, entry, entry.question, reader)
        else:
            shown = unanswered(self._answerer, entry, reader)
        return self._decided(shown, decision_on(entry, self.knowledge), reader)

    def _decided(self, shown: Message, decision: Decision, reader: Reader) -> Message:
        """Return a message with what was decided; one that stands on an entry can be judged where that is kept."""
        judged = self._marks.get(decision.entry or "") if self.keeping.days is not None else None
        voted = with_votes(shown, judged, reader.language) if judged else shown
        return replace(voted, decision=decision)

    def _context(self, article: Article | None, action: InContext, language: Language) -> Message:
        shown = in_context(article, action, language) if article else None
        return shown or _notice(language.say("gone-article"))

    def _related(self, entry: Entry | None, language: Language) -> Message:
        if entry is None:
            return _notice(language.say("gone-entry"))
        near = self._near(entry)
        if not near:
            return _notice(language.say("related-none"))
        return Message(language.say("related-head"), private=True).with_row(choice_of(near, language.say("related-pick")))

    def _find_near(self, entry: Entry) -> tuple[Entry, ...]:
        near = self._answerer.nearest(entry.question, _RELATED + 1, entry.qualifier or None)
        return tuple(other for other in near if other != entry)[:_RELATED]

    def _why(self, entry: Entry | None, action: Why, language: Language) -> Message:
        if entry is None or not entry.answered:
            return _notice(language.say("gone-entry"))
        return why(self._answerer, entry, action, language)

    def _read(self, article: Article | None, page: int, language: Language) -> Message:
        return show_article(article, page, language) if article else _notice(language.say("gone-article"))


def _with_choice(action: MessageAction, reader: Reader, chosen: str) -> _Direct:
    """Return the action that a choice from a list amounts to."""
    match action:
        case Pick():
            return Choose(reader.id, chosen)
        case JumpToTopic():
            return Topics(int(chosen) if chosen.isdecimal() else 0)
        case direct:
            return direct


def _notice(line: str) -> Message:
    return Message(line, private=True)
