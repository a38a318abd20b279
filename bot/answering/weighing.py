"""What is known of a question whatever is said to it in the end: for those who curate the knowledge and measure the answers."""

from bot.answering.answerer import Answerer
from bot.answering.article_answerer import ArticleAnswerer
from bot.answering.confidence import claims
from bot.answering.reply import ClosestPassages, Suggestion, Weighed
from bot.knowledge import Entry


def weigh(answerer: Answerer, question: str) -> tuple[Weighed, ...]:
    """Return how sure each thing is that could be said to a question, for each curated article that it may be about."""
    names, asked = answerer.articles.addressed(question)
    return tuple(_weighed(one, asked) for one in answerer.articles.curators(names))


def _weighed(one: ArticleAnswerer, question: str) -> Weighed:
    finding = one.find(one.matcher.read(question))
    sure, best = claims(finding), finding.supported[:1]
    return Weighed(
        one.suggesting.shared_out(finding.supported, sure.answer),
        one.suggesting.shared_out(finding.declined, sure.note),
        sure.off_topic,
        tuple(word for match in best for word in one.matcher.contradictions(finding, match.key)),
    )


def likeliest(answerer: Answerer, question: str) -> Suggestion | None:
    """Return the answered entry nearest to a question with the confidence in it, whatever the threshold."""
    names, asked = answerer.articles.addressed(question)
    found = [suggestion for one in answerer.articles.curators(names) if (suggestion := _likeliest(one, asked))]
    return max(found, key=lambda suggestion: suggestion.confidence, default=None)


def _likeliest(one: ArticleAnswerer, question: str) -> Suggestion | None:
    finding = one.find(one.matcher.read(question))
    return next(iter(one.suggesting.shared_out(finding.supported, claims(finding).answer)), None)


def exact_entry(answerer: Answerer, question: str) -> Entry | None:
    """Return the entry whose very wording a question is; None where it is none, or several articles may be meant."""
    names, asked = answerer.articles.addressed(question)
    curators = answerer.articles.curators(names)
    key = curators[0].matcher.exact_of(asked) if len(names) == len(curators) == 1 else None
    return answerer.entry(key) if key else None


def nearest_wording(answerer: Answerer, question: str, entry: Entry) -> str:
    """Return the wording of an entry that is nearest to a question."""
    matcher = answerer.articles.curator_of(entry).matcher
    return matcher.explain(matcher.read(question), entry.key).phrasing


def passages_near(answerer: Answerer, question: str) -> ClosestPassages | None:
    """Return the passages nearest to a question, whatever the entries say; None where none is near."""
    names, asked = answerer.articles.addressed(question)
    return answerer.articles.closest(names, asked, ())
