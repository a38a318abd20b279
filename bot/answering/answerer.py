"""From a question to a reply: the one function that every surface calls, whatever articles there are."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from bot.answering.article_answerer import Desk
from bot.answering.articles.choosing import Told, choose
from bot.answering.articles.naming import Names
from bot.answering.articles.routing import ASKED, Router
from bot.answering.calibration import TARGET, Thresholds
from bot.answering.nearness import NEAR, NearestPassages
from bot.answering.reply import NoAnswer, Reason, Reply, Suggestion
from bot.knowledge import Article, Entry, Knowledge, Passage

_DESKS = 24  # indexes kept in memory, each of 10 to 60 MB; others come from the cache in .1 s
_FINDERS = 8
_LONGEST = 4000  # characters of a question that are read; no one types more, and the time stays bounded
_NAMED = 6  # articles named to someone who asks about none of them


class Answerer:
    """Answers questions about proven knowledge and bare articles.

    Args:
        library: one or more articles, each with its entries or bare.
        cache: a folder for the matchers' indexes and the thresholds; None keeps nothing.
        target: the share of all questions that may get a false answer, 0..1; see `calibration`.

    Attributes:
        library: the articles with their entries.
    """

    def __init__(self, library: Sequence[Knowledge], cache: Path | None = None, target: float = TARGET) -> None:
        self.library = tuple(library)
        self._by_name = _by_name(self.library)
        self._articles = {name: found[0].article for name, found in self._by_name.items()}
        self._entries = {entry.key: entry for knowledge in library for entry in knowledge.entries}
        self._curated = {knowledge.article.name for knowledge in library if knowledge.entries}
        self._names = Names(self._articles.values())
        self._router = Router(self._by_name) if len(self._by_name) > 1 else None
        self._desk = lru_cache(_DESKS)(lambda name: Desk(self._by_name[name], cache, target))
        self._near = lru_cache(_FINDERS)(lambda names: NearestPassages([self._by_name[name][0] for name in sorted(names)]))
        if len(self._curated) <= ASKED:  # so that not the first asker waits for what every question needs
            for name in sorted(self._curated):
                self._desk(name)

    @property
    def thresholds(self) -> Thresholds:
        """The confidences from which a question is answered, and entries are suggested: of several articles the highest."""
        found = [self._desk(name).thresholds for name in sorted(self._curated)]
        return max(found, key=lambda one: one.answer, default=Thresholds(NEAR, NEAR))

    def answer(self, question: str, article: str | None = None, *, explained: bool = True) -> Reply:
        """Return the reply to any text, and always the same for the same text.

        Args:
            question: what was asked; it may name one of several articles, as in “in the bridge article, who …”.
            article: the name or title of the only article to ask.
            explained: whether its reason has the evidence, which takes as long again as the reply.

        Raises:
            ArticleError: no article is called so; nothing is raised for any question.
        """
        names, asked = self._asked(question[:_LONGEST], article)
        reply = self._from_entries(names, asked, explained)
        if isinstance(reply, NoAnswer) and not (reply.entry or reply.passages):  # the article is not known to say otherwise
            near = self._near(frozenset(names)).closest(asked)
            reply = replace(near, suggestions=reply.suggestions) if near else reply
        return replace(reply, question=question)

    def prepare(self) -> None:
        """Build now what the first questions would wait for; of many articles only what every question needs."""
        if len(self._by_name) <= ASKED:
            for article in self._articles.values():
                self._near(frozenset(self._by_name)).closest(article.text[:_LONGEST])
            for desk in self._desks(self._by_name):
                desk.matcher.prepare()

    def likeliest(self, question: str) -> Suggestion | None:
        """Return the answered entry nearest to a question with the confidence in it, whatever the threshold."""
        names, asked = self._asked(question[:_LONGEST], None)
        found = [suggestion for desk in self._desks(names) if (suggestion := desk.likeliest(asked))]
        return max(found, key=lambda suggestion: suggestion.confidence, default=None)

    def nearest(self, text: str, limit: int, article: str | None = None) -> tuple[Entry, ...]:
        """Return the answered entries nearest to any text, best first; of one article, where one is named.

        Raises:
            ArticleError: no article is called so.
        """
        names, asked = self._asked(text[:_LONGEST], article)
        ranked = [match for desk in self._desks(names) for match in desk.rank(asked)]
        best = sorted(ranked, key=lambda match: -match.score)[:limit]
        return tuple(self._entries[match.key] for match in best)

    def entry(self, key: str) -> Entry:
        """Return the entry with this key."""
        return self._entries[key]

    def article(self, passage: Passage) -> Article:
        """Return the article that a passage of a reply stands in."""
        return self._articles[passage.article]

    def _asked(self, question: str, article: str | None) -> tuple[Sequence[str], str]:
        """Return the names of the articles to ask, and the question without the name of one."""
        wanted = None if article is None else self._names.find(article)
        if self._router is None:
            return tuple(self._by_name), question
        named, rest = self._names.named_in(question)
        if wanted:
            return (wanted,), rest if named == wanted else question
        return ((named,), rest) if named else (self._router.route(question), question)

    def _desks(self, names: Iterable[str]) -> list[Desk]:
        return [self._desk(name) for name in names if name in self._curated]

    def _from_entries(self, names: Iterable[str], question: str, explained: bool) -> Reply:
        desks = self._desks(names)
        if len(self._by_name) == 1 and desks:
            return desks[0].answer(question, explained=explained)
        told = [self._told(desk, question, explained) for desk in desks]
        reply = choose(told) if told else None
        if reply is None or (isinstance(reply, NoAnswer) and reply.off_topic):
            return self._nothing_near(question, reply.reason.threshold if reply else NEAR)
        return reply

    def _told(self, desk: Desk, question: str, explained: bool) -> Told:
        finding = desk.find(question)
        return Told(desk.library[0].article, desk.decide(question, finding, explained), finding)

    def _nothing_near(self, question: str, threshold: float) -> NoAnswer:
        listed = [f"“{article.called}”" for article in self._articles.values()]
        more = f" and {len(listed) - _NAMED} more" if len(listed) > _NAMED else ""
        note = f"I find nothing near that in {', '.join(listed[:_NAMED])}{more}."
        return NoAnswer(question, 0.0, Reason(None, (), None, threshold), note, None, (), (), off_topic=True)


def _by_name(library: Iterable[Knowledge]) -> dict[str, tuple[Knowledge, ...]]:
    """Return the knowledge of each article by the article's name; several files may be about one."""
    found: dict[str, tuple[Knowledge, ...]] = {}
    for knowledge in library:
        found[knowledge.article.name] = (*found.get(knowledge.article.name, ()), knowledge)
    return found
