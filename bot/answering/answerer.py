"""From a question to a reply: the one function that every surface calls, whatever articles there are."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from bot.answering.about.small_talk import small_talk
from bot.answering.article_answerer import ArticleAnswerer
from bot.answering.articles.library import ArticleLibrary
from bot.answering.articles.routing import Candidate, choose
from bot.answering.calibration import TARGET, Thresholds
from bot.answering.follow_up import Exchange, pick
from bot.answering.offering.fallback import NEAR
from bot.answering.offering.topics import example_questions, named_topics
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
    Suggestions,
    Unclear,
)
from bot.knowledge import Article, Entry, Knowledge, Passage
from bot.language import leaning, load_pack, questions_in
from bot.matching import EncoderName, Progress, as_given, remembered_meanings

_LIKELY = 0.25  # confidence from which suggestions stand for themselves; below, passages are looked for first
_CERTAIN = 0.8  # confidence from which the first of several questions is answered where nothing else of the message is
_PARTS = 3  # questions of one message that are answered


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
        articles: what answers from each of them.
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
        self.articles = ArticleLibrary(library, cache, target, encoder, progress)
        self.titles = self.articles.titles
        self.topics = named_topics(self.library)
        self.examples = example_questions(self.library)
        self._called = replace(called or Names(), article=self.titles[0])
        self._small_talk = partial(small_talk, encoder, cache)

    @property
    def thresholds(self) -> Thresholds:
        """The confidences from which a question is answered, and entries are suggested: of several articles the highest."""
        return self.articles.thresholds

    def prepare(self, progress: Callable[[str], None] | None = None) -> None:
        """Build now all that questions would wait for.

        Of more articles than are kept in memory, the indexes go to the cache; without one they are built when they are asked.

        Args:
            progress: called with the name of each article once it is ready.
        """
        self._small_talk()
        self.articles.prepare(progress)

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
        names, asked = self.articles.addressed(question, article)
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
        if picked in self.articles.entries:
            entry = self.articles.entries[picked]
            return Answer(question, 1.0, Reason.nothing_matched(0.0), entry, understood_as=entry.question)
        found = next((self.articles.entries[key] for key in before.entries if key in self.articles.entries), None)
        article = self.articles.article(found.qualifier if found else "")
        leans = leaning(question, load_pack(article.language))
        if leans is None:
            return None
        if found is None:
            gone = Unclear(question, 0.0, Reason.nothing_matched(0.0), (), gone=True)
            return gone if before.entries and not leans.anchors else None
        for one in self.articles.curators(name for name in names if not found.qualifier or name == found.qualifier):
            return one.follow_up(leans, found, before, alone, explained)
        return None

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
        names, asked = self.articles.addressed(text, article)
        ranked = [match for one in self.articles.curators(names) for match in one.rank(asked, by_words)]
        best = sorted(ranked, key=lambda match: -match.score)[:limit]
        return tuple(self.articles.entries[match.key] for match in best)

    def entry(self, key: str) -> Entry:
        """Return the entry with this key."""
        return self.articles.entries[key]

    def article(self, passage: Passage) -> Article:
        """Return the article that a passage of a reply stands in."""
        return self.articles.article(passage.article)

    def _from_entries(self, names: Iterable[str], question: str, explained: bool) -> Outcome:
        candidates = [_candidate(one, question, explained) for one in self.articles.curators(names)]
        if not candidates:
            return self._nothing_near(question, NEAR)
        reply = choose(candidates)
        beside_all = isinstance(reply, OffTopic) and self.articles.several
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
        found = self.articles.closest(names, question, nearby)
        return replace(found, suggestions=self.articles.standing_on(found.passages[0])) if found and not nearby else found

    def _nothing_near(self, question: str, threshold: float) -> OffTopic:
        """Return the reply to a question about none of the articles: what one of them alone would say is of no use then."""
        return OffTopic(
            question, 0.0, Reason.nothing_matched(threshold), "nothing near", self.topics, self.titles, "", self.examples
        )


def _candidate(one: ArticleAnswerer, question: str, explained: bool) -> Candidate:
    query = one.matcher.read(question)
    finding = one.find(query)
    return Candidate(one.article, one.decide(query, finding, explained), finding)
