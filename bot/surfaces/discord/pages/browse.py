"""What can be asked, by topic and page by page; what the bot is and keeps; what is loaded."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from bot import __version__
from bot.answering import topics
from bot.knowledge import Entry, Knowledge, figures_of
from bot.surfaces.discord.custom_id import JumpToTopic, Pick, Topics, fingerprint, mark
from bot.surfaces.discord.i18n.catalogue import Language
from bot.surfaces.discord.pages.markup import LIMIT, TITLE, fitted, label, plain, small, width
from bot.surfaces.discord.pages.message import OPTION, OPTIONS, Button, Message, Select

_PAGE = 1600  # of a page's questions, in UTF-16 code units
_NAMED = 3  # articles that /about names and whose figures it gives
_FAULTS, _FAULT = 5, 200  # faults that the status shows, and characters of each; the log has them all
_DIGITS = 12  # of a hash: enough to compare by eye


@dataclass(frozen=True, slots=True)
class TopicPage:
    """One page of the topics: a topic, or a part of one."""

    topic: str
    entries: tuple[Entry, ...]


def topic_pages(library: Sequence[Knowledge]) -> tuple[TopicPage, ...]:
    """Return all pages, topics in the files' order; a topic whose questions do not fit one page has several."""
    found: list[TopicPage] = []
    for topic, entries in topics(library).items():
        page: list[Entry] = []
        for entry in entries:
            if len(page) == OPTIONS or sum(width(plain(other.question)) + 3 for other in (*page, entry)) > _PAGE:
                found.append(TopicPage(topic, tuple(page)))
                page = []
            page.append(entry)
        found.append(TopicPage(topic, tuple(page)))
    return tuple(found)


def show_topics(all_pages: Sequence[TopicPage], page: int, language: Language) -> Message:
    """Return one page of the topics; a page that is not there is the nearest one."""
    if not all_pages:
        return Message(language.say("topics-none"), private=True)
    page = min(max(page, 0), len(all_pages) - 1)
    shown = all_pages[page]
    head = language.say("topics-head", topic=plain(label(shown.topic, OPTION)), page=page + 1, pages=len(all_pages))
    lines = [head, *(f"- {plain(entry.question)}" for entry in shown.entries)]
    return Message(
        fitted("\n".join(lines), LIMIT),
        private=True,
        rows=(
            (choice_of(shown.entries, language.say("topics-pick")),),
            (Select(language.say("topics-jump"), JumpToTopic(), _jumps(all_pages, page)),),
            (
                Button(language.say("button-back"), Topics(max(page - 1, 0), "back"), page == 0),
                Button(language.say("button-on"), Topics(page + 1, "on"), page + 1 == len(all_pages)),
            ),
        ),
    )


def choice_of(entries: Sequence[Entry], placeholder: str) -> Select:
    """Return a list of entries to choose from, at most 25 of them."""
    return Select(placeholder, Pick(), tuple((mark(entry), entry.question) for entry in entries[:OPTIONS]))


def _jumps(all_pages: Sequence[TopicPage], page: int) -> tuple[tuple[str, str], ...]:
    """Return the first pages of at most 25 topics around a page."""
    firsts = [place for place, own in enumerate(all_pages) if place == 0 or own.topic != all_pages[place - 1].topic]
    here = sum(first <= page for first in firsts) - 1
    start = max(min(here - OPTIONS // 2, len(firsts) - OPTIONS), 0)
    return tuple((str(first), all_pages[first].topic) for first in firsts[start : start + OPTIONS])


def about(library: Sequence[Knowledge], language: Language, kept: str) -> Message:
    """Return what the bot is, what it keeps as that is worded, and which knowledge it has."""
    entries = [entry for knowledge in library for entry in knowledge.entries]
    names = ", ".join(list(dict.fromkeys(plain(label(knowledge.article.called, TITLE)) for knowledge in library))[:_NAMED])
    digests = ", ".join(f"{label(knowledge.article.name, OPTION)} {knowledge.digest[:_DIGITS]}" for knowledge in library[:_NAMED])
    lines = [
        language.say("about-what", version=__version__, articles=names),
        language.say("about-proof", passages=sum(len(entry.passages) for entry in entries), entries=len(entries)),
        *(_measured(knowledge, language) for knowledge in library[:_NAMED]),
        kept,
        small(language.say("about-version", digests=plain(digests))),
    ]
    return Message(fitted("\n\n".join(line for line in lines if line), LIMIT), private=True)


def _measured(knowledge: Knowledge, language: Language) -> str:
    """Return how good a knowledge was found to be; "" where that was not measured."""
    found = figures_of(knowledge)
    return language.say("about-figures", article=plain(label(knowledge.article.called, TITLE)), **asdict(found)) if found else ""


def status(library: Sequence[Knowledge], language: Language, refused: Sequence[str] = ()) -> Message:
    """Return what is loaded, article by article, for the owners of the bot, and first why newer knowledge was refused."""
    lines = [language.say("status-head", version=__version__)]
    if refused:
        shown = [f"- {plain(label(fault, _FAULT))}" for fault in refused[:_FAULTS]]
        lines += [language.say("status-refused", count=len(refused)), *shown, language.say("status-serves")]
    lines += [f"- {_loaded(knowledge, language)}" for knowledge in library]
    return Message(fitted("\n".join(lines), LIMIT), private=True)


def _loaded(knowledge: Knowledge, language: Language) -> str:
    answered = sum(entry.answered for entry in knowledge.entries)
    loaded = language.say(
        "status-article",
        title=plain(label(knowledge.article.called, TITLE)),
        answered=answered,
        unanswered=len(knowledge.entries) - answered,
        wordings=sum(1 + len(entry.phrasings) for entry in knowledge.entries),
        passages=sum(len(entry.passages) for entry in knowledge.entries),
        article=fingerprint(knowledge.article),
        knowledge=knowledge.digest[:_DIGITS],
    )
    return f"{loaded} {_measured(knowledge, language)}".rstrip()
