"""From the replies of several articles to one: the best with a margin wins, else the asker chooses."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.answering.reply import Answer, NoAnswer, Reply, Suggestion, Suggestions
from bot.knowledge import Article, Entry
from bot.matching import Finding, Match

MARGIN = 0.1
"""How much surer the best article's answer must be than the next one's."""
_CHOICES = 3


@dataclass(frozen=True, slots=True)
class Told:
    """What one article's entries say to a question, and what was found for it."""

    article: Article
    reply: Reply
    finding: Finding


def choose(told: Sequence[Told]) -> Reply:
    """Return the one reply to a question that several articles were asked; there is at least one."""
    named = sorted((_naming_articles(one) for one in told), key=_strength, reverse=True)
    best = named[0].reply
    if isinstance(best, Answer):
        rivals = [one for one in named if isinstance(one.reply, Answer) and one.reply.confidence > best.confidence - MARGIN]
        return best if len(rivals) == 1 else _which(rivals)
    offered = [one for one in named if isinstance(one.reply, Suggestions)]
    return _merged(offered) if isinstance(best, Suggestions) else best


def _strength(one: Told) -> tuple[int, float]:
    """Order replies: answers by their confidence; what else is on the subject by its score; what is not, last."""
    match one.reply:
        case Answer(confidence=sure):
            return 2, sure
        case NoAnswer(entry=None, passages=()):
            return 0, _best(one.finding.supported)
        case NoAnswer(entry=Entry()):
            return 1, _best(one.finding.declined)
        case _:
            return 1, _best(one.finding.supported)


def _best(ranked: Sequence[Match]) -> float:
    return ranked[0].score if ranked else 0.0


def _naming_articles(one: Told) -> Told:
    reply = one.reply
    if isinstance(reply, Suggestions | NoAnswer):
        named = tuple(replace(suggestion, article=one.article.called) for suggestion in reply.suggestions)
        reply = replace(reply, suggestions=named)
    return replace(one, reply=reply)


def _which(rivals: Sequence[Told]) -> Suggestions:
    """Offer the answers of several articles that are about equally sure, which share the confidence among them."""
    best = rivals[0].reply
    offered = [
        Suggestion(one.reply.entry, one.reply.confidence / len(rivals), one.article.called)
        for one in rivals[:_CHOICES]
        if isinstance(one.reply, Answer)
    ]
    return Suggestions(best.question, best.confidence / len(rivals), best.reason, tuple(offered))


def _merged(offered: Sequence[Told]) -> Suggestions:
    best = offered[0].reply
    everything = [suggestion for one in offered if isinstance(one.reply, Suggestions) for suggestion in one.reply.suggestions]
    likeliest = sorted(everything, key=lambda suggestion: -suggestion.confidence)[:_CHOICES]
    return Suggestions(best.question, best.confidence, best.reason, tuple(likeliest))
