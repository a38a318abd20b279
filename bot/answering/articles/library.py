"""The articles that are answered from: which of them a question is about, what answers from each, and what of them is near."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial
from pathlib import Path

from bot.answering.article_answerer import ArticleAnswerer
from bot.answering.articles.names import ArticleNames
from bot.answering.articles.routing import Router
from bot.answering.calibration import Thresholds
from bot.answering.offering.fallback import NEAR, NearestPassages, closest
from bot.answering.reply import ClosestPassages, Suggestion
from bot.knowledge import Article, Entry, Knowledge, Passage
from bot.matching import EncoderName, Progress

_IN_MEMORY = 24  # articles whose indexes are kept, each of 10 to 60 MB; others come from the cache in .1 s
_CHOICES = 3  # questions offered beside a passage
LONGEST_QUESTION = 4000  # characters of a question that are read; no one types more, and the time stays bounded


class ArticleLibrary:
    """Articles with their entries, and bare ones, ready to be asked.

    Args:
        library: one or more articles, each with its entries or bare.
        cache: a folder for the matchers' indexes and the thresholds; None keeps nothing.
        target: the share of all questions that may get a false answer, 0..1; see `calibration`.
        encoder: what tells the meaning of texts; “none” answers by words alone.
        progress: wraps the wordings while an index is built, to show how far it is.

    Attributes:
        entries: every entry by its key.
        titles: what each article is called.
        several: whether there is more than one article.
    """

    def __init__(
        self, library: Sequence[Knowledge], cache: Path | None, target: float, encoder: EncoderName, progress: Progress
    ) -> None:
        self._by_name = _by_name(library)
        self._articles = {name: found[0].article for name, found in self._by_name.items()}
        self._curated = frozenset(knowledge.article.name for knowledge in library if knowledge.entries)
        self.entries = {entry.key: entry for knowledge in library for entry in knowledge.entries}
        self.titles = tuple(article.called for article in self._articles.values())
        self.several = len(self._by_name) > 1
        self._names = ArticleNames(self._articles.values())
        self._router = Router(self._by_name) if self.several else None
        self._passages = {name: NearestPassages(article, encoder, cache) for name, article in self._articles.items()}
        self._answerer = lru_cache(_IN_MEMORY)(partial(self._open, cache, target, encoder, progress))

    def _open(self, cache: Path | None, target: float, encoder: EncoderName, progress: Progress, name: str) -> ArticleAnswerer:
        return ArticleAnswerer(self._by_name[name], cache, target, label=self._label(name), encoder=encoder, progress=progress)

    def _label(self, name: str) -> str:
        """Return what a suggestion calls its article; nothing where there is only one."""
        return self._articles[name].called if self.several else ""

    @property
    def thresholds(self) -> Thresholds:
        """The confidences from which a question is answered, and entries are suggested: of several articles the highest."""
        found = [one.thresholds for one in self.curators(sorted(self._curated))]
        return max(found, key=lambda one: one.answer, default=Thresholds(NEAR, NEAR))

    def prepare(self, progress: Callable[[str], None] | None) -> None:
        """Build now all that questions would wait for; `progress` is called with the name of each article once it is ready."""
        for name in self._by_name:
            self._passages[name].prepare()
            for one in self.curators([name]):
                one.prepare()
            if progress:
                progress(name)

    def addressed(self, text: str, article: str | None = None) -> tuple[Sequence[str], str]:
        """Return the names of the articles to ask, and what is read of a text: without the name of an article.

        Args:
            text: any text; of a very long one only the beginning is read.
            article: the name or title of the only article to ask.

        Raises:
            ArticleError: no article is called so.
        """
        question = text[:LONGEST_QUESTION]
        wanted = None if article is None else self._names.find(article)
        if self._router is None:
            return tuple(self._by_name), question
        named, rest = self._names.named_in(question)
        if wanted:
            return (wanted,), rest if named == wanted else question
        return ((named,), rest) if named else (self._router.route(question), question)

    def curators(self, names: Iterable[str]) -> list[ArticleAnswerer]:
        """Return what answers from the entries of these articles, bare ones left out."""
        return [self._answerer(name) for name in names if name in self._curated]

    def curator_of(self, entry: Entry) -> ArticleAnswerer:
        """Return what answers from the article of an entry."""
        [one] = self.curators([entry.qualifier] if entry.qualifier else sorted(self._curated))
        return one

    def closest(self, names: Iterable[str], question: str, nearby: tuple[Suggestion, ...]) -> ClosestPassages | None:
        """Return the passages of these articles that are nearest to a question, with what is offered beside; None if none is."""
        return closest(question, [self._passages[name] for name in sorted(names)], nearby)

    def standing_on(self, passage: Passage) -> tuple[Suggestion, ...]:
        """Return the answered entries that stand on a passage, as what may be meant."""
        standing = [e for e in self.entries.values() if e.answered and any(_overlap(own, passage) for own in e.passages)]
        return tuple(Suggestion(entry, 0.0, self._label(passage.article)) for entry in standing[:_CHOICES])

    def article(self, name: str) -> Article:
        """Return the article with this name; the first one for no name."""
        return self._articles[name or next(iter(self._articles))]


def _overlap(one: Passage, other: Passage) -> bool:
    return one.article == other.article and one.start < other.end and other.start < one.end


def _by_name(library: Iterable[Knowledge]) -> dict[str, tuple[Knowledge, ...]]:
    """Return the knowledge of each article by the article's name; several files may be about one."""
    found: dict[str, tuple[Knowledge, ...]] = {}
    for knowledge in library:
        found[knowledge.article.name] = (*found.get(knowledge.article.name, ()), knowledge)
    return found
