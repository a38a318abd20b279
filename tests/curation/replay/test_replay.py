"""What a change of a knowledge file would change."""

from pathlib import Path

import pytest

from bot.answering import Answerer
from bot.curation.edit import AddEntry, AddWording, Edit, Proposal, RemoveEntry, SetField, edited
from bot.curation.evaluate import LabelledQuestion
from bot.curation.replay import Difference, OwnWording, Replayable, Replayed, Voice, replay, wordings_of
from bot.knowledge import Manuscript

PRICE_TAG = "how deep did they reach into their pockets for this one"
NOTED = Proposal(
    question=f"{PRICE_TAG}?", answer="", note="The article does not say that.", passages=(), phrasings=(), topic="", id="",
    near=(),
)  # fmt: skip


class Bench:
    """Replays edits of the ferry's file."""

    def __init__(self, manuscript: Manuscript, cache: Path) -> None:
        self.manuscript, self._cache = manuscript, cache
        self.before = self.voice(manuscript)

    def voice(self, manuscript: Manuscript) -> Voice:
        return Voice(Answerer([manuscript.knowledge], self._cache))

    def replayed(self, edits: list[Edit], *questions: Replayable) -> Replayed:
        after = edited(self.manuscript, edits)
        wordings = wordings_of([self.manuscript.knowledge], [after.knowledge])
        return replay(self.before, self.voice(after), [*wordings, *questions])


@pytest.fixture
def bench(ferry: Manuscript, cache: Path) -> Bench:
    return Bench(ferry, cache)


def of(replayed: Replayed, question: str) -> Difference:
    return next(difference for difference in replayed.differences if difference.question == question)


def labelled(text: str, **label: object) -> LabelledQuestion:
    return LabelledQuestion.model_validate({"id": "1", "kind": "answerable", "q": text, **label})


def test_a_file_that_does_not_change_makes_no_difference(bench: Bench) -> None:
    replayed = bench.replayed([])
    assert replayed.differences == ()
    assert replayed.asked == sum(len(entry.phrasings) + 1 for entry in bench.manuscript.knowledge.entries)


def test_a_new_wording_is_replied_to_better_with_before_and_after(bench: Bench) -> None:
    found = of(bench.replayed([AddWording("terminal-cost", PRICE_TAG)]), PRICE_TAG)
    assert found.change == "better"
    assert found.before.outcome != "answer"
    assert (found.after.outcome, found.after.entry, found.after.confidence) == ("answer", "terminal-cost", 1.0)
    assert "€12 million" in found.after.text


def test_another_answer_is_a_difference_for_every_wording_of_its_entry(bench: Bench) -> None:
    entry = next(entry for entry in bench.manuscript.knowledge.entries if entry.id == "terminal-cost")
    replayed = bench.replayed([SetField("terminal-cost", "answer", "It cost €12 million.")])
    changed = {difference.question for difference in replayed.differences if difference.change == "other"}
    assert {entry.question, *entry.phrasings} <= changed


def test_wordings_that_are_gone_are_asked_too(bench: Bench) -> None:
    entry = next(entry for entry in bench.manuscript.knowledge.entries if entry.id == "terminal-cost")
    assert of(bench.replayed([RemoveEntry("terminal-cost")]), entry.question).before.entry == "terminal-cost"


def test_labels_tell_better_from_worse(bench: Bench) -> None:
    gold = labelled(f"{PRICE_TAG}!", gold=["S01"])
    trap = labelled(f"{PRICE_TAG}…", id="2", kind="near_miss")
    denied = bench.replayed([AddEntry(NOTED)], trap)
    assert of(denied, trap.q).change == "better"
    answered = bench.replayed([AddWording("terminal-cost", PRICE_TAG)], gold, trap)
    assert of(answered, trap.q).change == "worse"
    assert answered.differences[0].change == "worse"
    assert answered.count("worse") == 1


@pytest.mark.parametrize("label", [{}, {"gold": ["S01"]}])
def test_an_answer_that_is_lost_is_worse_and_so_is_a_denial_of_what_the_article_has(
    bench: Bench, label: dict[str, object]
) -> None:
    entry = next(entry for entry in bench.manuscript.knowledge.entries if entry.id == "terminal-cost")
    cited = bench.before.answerer.article(entry.passages[0]).sentences_within(entry.passages[0])
    gold = {"gold": [f"S{one.number:02}" for one in cited]} if label else {}
    asked = labelled(f"{entry.question}!", **gold)
    lost = bench.replayed([RemoveEntry("terminal-cost")], asked)
    assert of(lost, asked.q).change == "worse"
    unknown = labelled(f"{PRICE_TAG}!", **gold)
    assert of(bench.replayed([AddEntry(NOTED)], unknown), unknown.q).change == "worse"


def test_what_was_said_before_is_not_asked_again(bench: Bench, ferry: Manuscript, cache: Path) -> None:
    question = OwnWording(PRICE_TAG, "terminal-cost")
    first = bench.before.reply(PRICE_TAG)
    replay(bench.before, bench.voice(ferry), [question])
    assert bench.before.reply(PRICE_TAG) is first


def test_progress_is_told_of_each_question(bench: Bench, ferry: Manuscript) -> None:
    questions = wordings_of([ferry.knowledge], [ferry.knowledge])
    steps: list[None] = []
    replay(bench.before, bench.voice(ferry), questions, lambda: steps.append(None))
    assert len(steps) == len(questions)
