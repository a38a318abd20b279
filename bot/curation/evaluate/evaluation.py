"""Evaluation: what becomes of labelled questions, counted by kind.

A reply to an answerable question is right if a cited sentence is one of its gold sentences and every `must` stands in
the answer or its passages; wrong if it answers otherwise. Any answer to the other kinds is a false answer.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from bot.answering import Answer, Answerer, Contradicted, NotSaid, OffTopic, Reply, Suggestions, Unclear
from bot.curation.evaluate.labelled import KINDS, LabelledQuestion
from bot.curation.evaluate.metrics import Share, auroc, brier, reliability, risk_coverage
from bot.errors import QuestionsError, SettingsError
from bot.files import write
from bot.knowledge import Entry, Figures, figures_path, figures_text
from bot.language import tokenise

Verdict = Literal["right", "wrong", "false answer", "suggested", "unclear", "denied", "noted", "off topic"]
"""What became of a question: answered; offered something; told that the bot is not sure; denied an answer that the article has;
or, where it has none, told so by a note, or told that it is about something else."""
_ANSWERABLE: tuple[Verdict, ...] = ("right", "wrong", "suggested", "unclear", "denied")
_OTHER: tuple[Verdict, ...] = ("false answer", "suggested", "unclear", "noted", "off topic")


@dataclass(frozen=True, slots=True)
class Judged:
    """A question with its reply, and what became of it.

    Attributes:
        question: the question with its label.
        reply: what the bot replied.
        verdict: what that was.
        confidence: the confidence, 0..1, in the entry that would be answered, whatever the threshold.
        fits: whether that entry answers the question.
        in_file: whether the knowledge holds the question word for word.
        offered: whether the right entry is among those that were offered in place of an answer.
    """

    question: LabelledQuestion
    reply: Reply
    verdict: Verdict
    confidence: float
    fits: bool
    in_file: bool
    offered: bool

    @property
    def missed(self) -> bool:
        """Whether this is a miss: a wrong or false answer, or an answerable question left unanswered."""
        return self.verdict in ("wrong", "false answer") or (self.question.answerable and self.verdict != "right")


def evaluate(answerer: Answerer, questions: Sequence[LabelledQuestion], progress: Callable[[], None]) -> tuple[Judged, ...]:
    """Ask every question and judge every reply, in order; `progress` is called after each.

    Raises:
        QuestionsError: a gold sentence that no article has: the questions are about another one.
    """
    known = {tokenise(text) for k in answerer.library for entry in k.entries for text in (entry.question, *entry.phrasings)}
    _refuse_strangers(answerer, questions)
    judged: list[Judged] = []
    for question in questions:
        reply, likeliest = answerer.answer(question.q), answerer.likeliest(question.q)
        fit = likeliest is not None and question.answerable and fits(answerer, question, likeliest.entry)
        verdict, sure = verdict_on(answerer, question, reply), likeliest.confidence if likeliest else 0.0
        judged.append(
            Judged(question, reply, verdict, sure, fit, tokenise(question.q) in known, _offered(answerer, question, reply))
        )
        progress()
    return tuple(judged)


def _refuse_strangers(answerer: Answerer, questions: Sequence[LabelledQuestion]) -> None:
    last = max(sentence.number for knowledge in answerer.library for sentence in knowledge.article.sentences)
    strange = [
        f"{one.id}: {name} is no sentence of the article" for one in questions for name in one.gold if int(name[1:]) > last
    ]
    if strange:
        raise QuestionsError("\n".join((*strange, f"it has {last}; name the knowledge that the questions are about")))


def verdict_on(answerer: Answerer, question: LabelledQuestion, reply: Reply) -> Verdict:
    """Say what became of a labelled question."""
    if isinstance(reply, Answer):
        if not question.answerable:
            return "false answer"
        return "right" if fits(answerer, question, reply.entry) else "wrong"
    if isinstance(reply, Suggestions):
        return "suggested"
    if isinstance(reply, NotSaid | Contradicted | OffTopic) and question.answerable:
        return "denied"
    return "noted" if isinstance(reply, NotSaid | Contradicted) else "off topic" if isinstance(reply, OffTopic) else "unclear"


def fits(answerer: Answerer, question: LabelledQuestion, entry: Entry) -> bool:
    """Say whether an entry cites a gold sentence and says all that the question's label asks for."""
    cited = {f"S{s.number:02}" for p in entry.passages for s in answerer.article(p).sentences_within(p)}
    text = _folded(" ".join((entry.answer, *(passage.quote for passage in entry.passages))))
    gold = {f"S{int(name[1:]):02}" for name in question.gold}
    return bool(cited & gold) and all(any(_folded(word) in text for word in group) for group in question.must)


def _folded(text: str) -> str:
    return " ".join(text.replace("’", "'").casefold().split())


def _offered(answerer: Answerer, question: LabelledQuestion, reply: Reply) -> bool:
    offered = reply.suggestions if isinstance(reply, Suggestions | NotSaid | Contradicted | Unclear) else ()
    return question.answerable and any(fits(answerer, question, suggestion.entry) for suggestion in offered)


def shares(judged: Sequence[Judged]) -> dict[str, dict[str, Share]]:
    """Return, for each kind that occurs, the share of each verdict that can occur for it."""
    found: dict[str, dict[str, Share]] = {}
    for kind in KINDS:
        of_kind = [one.verdict for one in judged if one.question.kind == kind]
        if of_kind:
            possible = _ANSWERABLE if kind in ("answerable", "broad") else _OTHER
            found[kind] = {name: Share(of_kind.count(name), len(of_kind)) for name in possible}
    return found


def inapt_notes(judged: Sequence[Judged]) -> Share:
    """Return the share of inapt ones among the notes given; only those whose aptness is labelled are counted."""
    labels = [
        one.question.notes[one.reply.entry.key]
        for one in judged
        if isinstance(one.reply, NotSaid) and one.reply.entry.key in one.question.notes
    ]
    return Share(labels.count(False), len(labels))


def worst_misses(judged: Sequence[Judged]) -> list[Judged]:
    """Return all misses: wrong and false answers by their confidence, then answerable questions by their lack of it."""
    missed = [one for one in judged if one.missed]
    answered = [one for one in missed if isinstance(one.reply, Answer)]
    return [*sorted(answered, key=lambda one: -one.confidence), *sorted(_silent(missed), key=lambda one: one.confidence)]


def _silent(missed: Sequence[Judged]) -> list[Judged]:
    return [one for one in missed if not isinstance(one.reply, Answer)]


def summary(judged: Sequence[Judged]) -> dict[str, Any]:
    """Return every figure of an evaluation as plain values, ready for JSON; shares with counts and 95 % intervals."""
    answered = [one for one in judged if isinstance(one.reply, Answer)]
    right = [one.confidence for one in judged if one.fits]
    sure, outcomes = [one.confidence for one in judged], [one.fits for one in judged]
    return {
        "questions": len(judged),
        "right": _plain(right_share(judged)),
        "false": _plain(false_share(judged)),
        "answered": _plain(Share(len(answered), len(judged))),
        "accuracy of what was answered": _plain(Share(sum(one.verdict == "right" for one in answered), len(answered))),
        "right or offered": _plain(Share(sum(one.verdict == "right" or one.offered for one in judged), _answerable(judged))),
        "inapt notes": _plain(inapt_notes(judged)),
        "kinds": {kind: {name: _plain(share) for name, share in verdicts.items()} for kind, verdicts in shares(judged).items()},
        "auroc": {kind: auroc(right, [one.confidence for one in judged if one.question.kind == kind]) for kind in KINDS[1:]},
        "area under the risk-coverage curve": risk_coverage(sure, outcomes).area,
        "brier": brier(sure, outcomes),
        "reliability": [{"confidence": bin.confidence, "right": _plain(bin.right)} for bin in reliability(sure, outcomes)],
    }


def _plain(share: Share) -> dict[str, Any]:
    return {"share": share.value, "count": share.count, "total": share.total, "interval": share.interval}


def right_share(judged: Sequence[Judged]) -> Share:
    """Return the share of the answerable questions that were answered right."""
    verdicts = [one.verdict for one in judged if one.question.kind == "answerable"]
    return Share(verdicts.count("right"), len(verdicts))


def _answerable(judged: Sequence[Judged]) -> int:
    return sum(one.question.answerable for one in judged)


def false_share(judged: Sequence[Judged]) -> Share:
    """Return the share of all questions that got a wrong or a false answer."""
    return Share(sum(one.verdict in ("wrong", "false answer") for one in judged), len(judged))


def keep_figures(answerer: Answerer, judged: Sequence[Judged]) -> None:
    """Keep the counts of an evaluation beside the knowledge file, where the bot finds them.

    Raises:
        SettingsError: there are several knowledge files.
        OutputError: the file cannot be written.
    """
    if len(answerer.library) != 1:
        raise SettingsError("--keep is about one knowledge file; name it with --knowledge")
    [knowledge] = answerer.library
    right, false = right_share(judged), false_share(judged)
    figures = Figures(answerable=right.total, right=right.count, asked=false.total, false=false.count)
    write(figures_path(knowledge), figures_text(knowledge, figures))


def shortfalls(judged: Sequence[Judged], max_false: float | None = None, min_right: float | None = None) -> tuple[str, ...]:
    """Return a line for each bar, a share 0..1, that is not reached."""
    false, right = false_share(judged), right_share(judged)
    found = []
    if max_false is not None and false.value > max_false:
        found.append(f"{false.count} of {false.total} questions got a false answer: {false.value:.3f}, more than {max_false}")
    if min_right is not None and right.value < min_right:
        found.append(f"{right.count} of {right.total} answerable questions were right: {right.value:.3f}, fewer than {min_right}")
    return tuple(found)
