"""From a question to a reply: the one function that every surface calls, whatever articles there are."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path

from bot.answering.article_answerer import ArticleAnswerer
from bot.answering.articles import ArticleNames, Candidate, Router, choose
from bot.answering.calibration import TARGET, Thresholds
from bot.answering.fallback import NEAR, NearestPassages, closest
from bot.answering.follow_up import Exchange, pick
from bot.answering.reply import (
    About,
    Answer,
    ClosestPassages,
    Contradicted,
    Names,
    NotSaid,
    OffTopic,
    Outcome,
    Reason,
    Suggestion,
    Suggestions,
    Unclear,
    Weighed,
)
from bot.answering.small_talk import small_talk
from bot.answering.topics import example_questions, named_topics
from bot.knowledge import Article, Entry, Knowledge, Passage
from bot.language import leaning, load_pack, questions_in
from bot.matching import EncoderName, Progress, as_given, remembered_meanings

_LIKELY = 0.25  # confidence from which suggestions stand for themselves; below, passages are looked for first
_IN_MEMORY = 24  # articles whose indexes are kept, each of 10 to 60 MB; others come from the cache in .1 s
_CERTAIN = 0.8  # confidence from which the first of several questions is answered where nothing else of the message is
_CHOICES = 3  # questions offered beside a passage
_PARTS = 3  # questions of one message that are answered
_LONGEST = 4000  # characters of a question that are read; no one types more, and the time stays bounded


class Answerer:
    """Answers questions about proven knowledge and bare articles.

    Args:
        library: one or more articles, each with its entries or bare.
        cache: a folder for the matchers' indexes and the thresholds; None keeps nothing.
        target: the share of all questions that may get a false answer, 0..1; see `calibration`.
        encoder: what tells the meaning of texts; “none” answers by words alone.
        progress: wraps the wordings while an index is built, to show how far it is.
        called: what the bot's texts about itself call it and those who run it.

    Attributes:
        library: the articles with their entries.
        titles: what each article is called.
        topics: the first of the topics that can be asked about, as they stand within a sentence.
        examples: questions that can be asked, where there are entries and none has a topic.
    """

    def __init__(
        self,
        library: Sequence[Knowledge],
        cache: Path | None = None,
        target: float = TARGET,
        *,
        encoder: EncoderName = "use",
        progress: Progress = as_given,
        called: Names | None = None,
    ) -> None:
        self.library = tuple(library)
        self._by_name = _by_name(self.library)
        self._articles = {name: found[0].article for name, found in self._by_name.items()}
        self._entries = {entry.key: entry for knowledge in library for entry in knowledge.entries}
        self._curated = frozenset(knowledge.article.name for knowledge in library if knowledge.entries)
        self.titles = tuple(article.called for article in self._articles.values())
        self.topics = named_topics(self.library)
        self.examples = example_questions(self.library)
        self._names = ArticleNames(self._articles.values())
        self._router = Router(self._by_name) if len(self._by_name) > 1 else None
        self._called = replace(called or Names(), article=self.titles[0])
        self._small_talk = partial(small_talk, encoder, cache)
        self._passages = {name: NearestPassages(article, encoder, cache) for name, article in self._articles.items()}
        self._answerer = lru_cache(_IN_MEMORY)(partial(self._open, cache, target, encoder, progress))

    def _open(self, cache: Path | None, target: float, encoder: EncoderName, progress: Progress, name: str) -> ArticleAnswerer:
        label = self._articles[name].called if self._router else ""
        return ArticleAnswerer(self._by_name[name], cache, target, label=label, encoder=encoder, progress=progress)

    @property
    def thresholds(self) -> Thresholds:
        """The confidences from which a question is answered, and entries are suggested: of several articles the highest."""
        found = [one.thresholds for one in self._curators(sorted(self._curated))]
        return max(found, key=lambda one: one.answer, default=Thresholds(NEAR, NEAR))

    def prepare(self, progress: Callable[[str], None] | None = None) -> None:
        """Build now all that questions would wait for.

        Of more articles than are kept in memory, the indexes go to the cache; without one they are built when they are asked.

        Args:
            progress: called with the name of each article once it is ready.
        """
        self._small_talk()
        for name in self._by_name:
            self._passages[name].prepare()
            for one in self._curators([name]):
                one.prepare()
            if progress:
                progress(name)

    def answer(
        self, question: str, article: str | None = None, *, before: Exchange | None = None, explained: bool = True
    ) -> Outcome:
        """Return the reply to any text, and always the same for the same text after the same exchange.

        Args:
            question: what was asked; it may name one of several articles, as in “in the bridge article, who …”.
            article: the name or title of the only article to ask.
            before: what was asked just before, and what became of it; None where the question is the first.
            explained: whether its reason has the evidence, which takes as long again as the reply.

        Raises:
            ArticleError: no article is called so; nothing is raised for any question.
        """
        names, asked = self._addressed(question, article)
        with remembered_meanings():
            reply = self._alone(names, asked, explained)
            followed = self._followed(names, asked, before, reply, explained) if before else None
        return replace(followed or reply, question=question)

    def _alone(self, names: Sequence[str], question: str, explained: bool) -> Outcome:
        reply = self._of_several(names, question, self._from_entries(names, question, explained))
        if not (isinstance(reply, Answer | NotSaid) and reply.confidence == 1.0):  # an entry's very wording
            about = self._small_talk().about(question, claimed=isinstance(reply, Answer | NotSaid | Contradicted))
            if about is not None:
                return About(question, about[1], Reason.nothing_matched(0.0), about[0], self._called)
        unlikely = len(names) == 1 and isinstance(reply, Suggestions) and reply.confidence < _LIKELY
        if isinstance(reply, Unclear | OffTopic) or unlikely:  # no entry says that the article is silent: its words may be near
            reply = self._from_passages(names, question, reply) or reply
        return reply

    def _followed(self, names: Iterable[str], question: str, before: Exchange, alone: Outcome, explained: bool) -> Outcome | None:
        """Return the reply to a question that leans on the exchange before it; None where it says enough by itself."""
        if isinstance(alone, About) and alone.confidence == 1.0:
            return None
        picked = pick(question, before)
        if picked in self._entries:
            entry = self._entries[picked]
            return Answer(question, 1.0, Reason.nothing_matched(0.0), entry, understood_as=entry.question)
        found = next((self._entries[key] for key in before.entries if key in self._entries), None)
        article = self._articles[found.qualifier] if found and found.qualifier else self.library[0].article
        leans = leaning(question, load_pack(article.language))
        if leans is None:
            return None
        if found is None:
            gone = Unclear(question, 0.0, Reason.nothing_matched(0.0), (), gone=True)
            return gone if before.entries and not leans.anchors else None
        for one in self._curators(name for name in names if not found.qualifier or name == found.qualifier):
            return one.follow_up(leans, found, before, alone, explained)
        return None

    def likeliest(self, question: str) -> Suggestion | None:
        """Return the answered entry nearest to a question with the confidence in it, whatever the threshold."""
        names, asked = self._addressed(question, None)
        found = [suggestion for one in self._curators(names) if (suggestion := one.likeliest(asked))]
        return max(found, key=lambda suggestion: suggestion.confidence, default=None)

    def exact(self, question: str) -> Entry | None:
        """Return the entry whose very wording a question is; None where it is none, or several articles may be meant."""
        names, asked = self._addressed(question, None)
        curators = self._curators(names)
        key = curators[0].matcher.exact_of(asked) if len(names) == len(curators) == 1 else None
        return self._entries[key] if key else None

    def weigh(self, question: str) -> tuple[Weighed, ...]:
        """Return how sure each thing is that could be said to a question, for each curated article that it may be about."""
        names, asked = self._addressed(question, None)
        return tuple(one.weigh(asked) for one in self._curators(names))

    def nearest_wording(self, question: str, entry: Entry) -> str:
        """Return the wording of one of these entries that is nearest to a question."""
        [one] = self._curators([entry.qualifier] if entry.qualifier else sorted(self._curated))
        return one.matcher.explain(one.matcher.read(question), entry.key).phrasing

    def passages_near(self, question: str) -> ClosestPassages | None:
        """Return the passages nearest to a question, whatever the entries say; None where none is near."""
        names, asked = self._addressed(question, None)
        return self._closest(names, asked, ())

    def nearest(self, text: str, limit: int, article: str | None = None, *, by_words: bool = False) -> tuple[Entry, ...]:
        """Return the answered entries nearest to any text, best first; of one article, where one is named.

        Args:
            text: any text.
            limit: how many at most.
            article: the name or title of the only article to look in.
            by_words: whether words alone decide, as far as they tell anything, which takes a tenth of the time.

        Raises:
            ArticleError: no article is called so.
        """
        names, asked = self._addressed(text, article)
        ranked = [match for one in self._curators(names) for match in one.rank(asked, by_words)]
        best = sorted(ranked, key=lambda match: -match.score)[:limit]
        return tuple(self._entries[match.key] for match in best)

    def entry(self, key: str) -> Entry:
        """Return the entry with this key."""
        return self._entries[key]

    def article(self, passage: Passage) -> Article:
        """Return the article that a passage of a reply stands in."""
        return self._articles[passage.article]

    def _addressed(self, text: str, article: str | None) -> tuple[Sequence[str], str]:
        """Return the names of the articles to ask, and what is read of a text: without the name of an article."""
        question = text[:_LONGEST]
        wanted = None if article is None else self._names.find(article)
        if self._router is None:
            return tuple(self._by_name), question
        named, rest = self._names.named_in(question)
        if wanted:
            return (wanted,), rest if named == wanted else question
        return ((named,), rest) if named else (self._router.route(question), question)

    def _curators(self, names: Iterable[str]) -> list[ArticleAnswerer]:
        """Return what answers from the entries of these articles, bare ones left out."""
        return [self._answerer(name) for name in names if name in self._curated]

    def _from_entries(self, names: Iterable[str], question: str, explained: bool) -> Outcome:
        candidates = [_candidate(one, question, explained) for one in self._curators(names)]
        if not candidates:
            return self._nothing_near(question, NEAR)
        reply = choose(candidates)
        beside_all = isinstance(reply, OffTopic) and self._router is not None
        return self._nothing_near(question, reply.reason.threshold) if beside_all else reply

    def _of_several(self, names: Sequence[str], question: str, whole: Outcome) -> Outcome:
        """Return the reply to a message that asks several questions: the first one's answer with those to the others.

        A message counts as several only where the reply to the whole of it is that to one of them, or where it has none and all
        of them have, or the first has a sure one.
        """
        parts = questions_in(question)[:_PARTS]
        replies = [self._from_entries(names, part, explained=False) for part in parts]
        sure = [one for one in replies if isinstance(one, Answer | NotSaid)]
        first = whole if isinstance(whole, Answer) else next((one for one in sure if isinstance(one, Answer)), None)
        if first is None:
            return whole
        doubtful = whole is not first and len(sure) < len(parts) and not (first is replies[0] and first.confidence >= _CERTAIN)
        if doubtful or not any(one.entry == first.entry for one in sure):
            return whole
        also = tuple(dict.fromkeys(one.entry for one in sure if one.entry != first.entry))
        left = tuple(part for part, one in zip(parts, replies, strict=True) if not isinstance(one, Answer | NotSaid))
        return replace(first, also=also, left=left)

    def _from_passages(self, names: Iterable[str], question: str, reply: Outcome) -> ClosestPassages | None:
        nearby = reply.suggestions if isinstance(reply, Unclear | Suggestions) else ()
        found = self._closest(names, question, nearby)
        return replace(found, suggestions=self._standing_on(found.passages[0])) if found and not nearby else found

    def _closest(self, names: Iterable[str], question: str, nearby: tuple[Suggestion, ...]) -> ClosestPassages | None:
        return closest(question, [self._passages[name] for name in sorted(names)], nearby)

    def _standing_on(self, passage: Passage) -> tuple[Suggestion, ...]:
        """Return the answered entries that stand on a passage, as what may be meant."""
        standing = [e for e in self._entries.values() if e.answered and any(_overlap(own, passage) for own in e.passages)]
        label = self._articles[passage.article].called if self._router else ""
        return tuple(Suggestion(entry, 0.0, label) for entry in standing[:_CHOICES])

    def _nothing_near(self, question: str, threshold: float) -> OffTopic:
        """Return the reply to a question about none of the articles: what one of them alone would say is of no use then."""
        return OffTopic(
            question, 0.0, Reason.nothing_matched(threshold), "nothing near", self.topics, self.titles, "", self.examples
        )


def _overlap(one: Passage, other: Passage) -> bool:
    return one.article == other.article and one.start < other.end and other.start < one.end


def _candidate(one: ArticleAnswerer, question: str, explained: bool) -> Candidate:
    query = one.matcher.read(question)
    finding = one.find(query)
    return Candidate(one.article, one.decide(query, finding, explained), finding)


def _by_name(library: Iterable[Knowledge]) -> dict[str, tuple[Knowledge, ...]]:
    """Return the knowledge of each article by the article's name; several files may be about one."""
    found: dict[str, tuple[Knowledge, ...]] = {}
    for knowledge in library:
        found[knowledge.article.name] = (*found.get(knowledge.article.name, ()), knowledge)
    return found
