"""How long it takes to see what a change would change: all wordings and 1,000 labelled questions, after one added wording.

python -m tests.benchmarks.replay FILE.jsonl…
"""

import sys
import tempfile
import time
from pathlib import Path

from bot.answering import Answerer
from bot.curation.edit import AddWording, edited, single_manuscript
from bot.curation.evaluate import LabelledQuestion, read_questions
from bot.curation.replay import Replayable, Voice, replay, wordings_of
from bot.settings import shipped_knowledge

_LABELLED = 1000


def main() -> None:
    given = [question for name in sys.argv[1:] for question in read_questions(Path(name))]
    labelled = [_numbered(given, place) for place in range(_LABELLED)]
    manuscript = single_manuscript(shipped_knowledge())
    with tempfile.TemporaryDirectory() as folder:
        began = _now()
        before = Voice(Answerer([manuscript.knowledge], Path(folder)))
        before.answerer.prepare()
        began = _told("built from nothing", began)
        after = edited(manuscript, [AddWording(manuscript.knowledge.entries[0].id, "a wording that nobody has thought of yet")])
        began = _told("edited", began)
        voice = Voice(Answerer([after.knowledge], Path(folder)))
        voice.answerer.prepare()
        began = _told("built after one added wording", began)
        questions: list[Replayable] = [*wordings_of([manuscript.knowledge], [after.knowledge]), *labelled]
        for name in ("replayed", "replayed again, the replies before the change remembered"):
            found = replay(before, voice, questions)
            began = _told(f"{name}: {found.asked} questions, {len(found.differences)} differences", began)
            voice = Voice(voice.answerer)


def _numbered(given: list[LabelledQuestion], place: int) -> LabelledQuestion:
    """Return one of the questions; where they are too few, again in words that were not asked before."""
    question, round_ = given[place % len(given)], place // len(given)
    return question.model_copy(update={"q": question.q + "?" * round_}) if round_ else question


def _now() -> tuple[float, float]:
    return time.perf_counter(), time.process_time()


def _told(what: str, began: tuple[float, float]) -> tuple[float, float]:
    """Print the seconds that something took, and those of the processor, which other programs do not lengthen much."""
    now = _now()
    print(f"{now[0] - began[0]:6.2f} s, processor {now[1] - began[1]:6.2f} s: {what}", flush=True)
    return now


if __name__ == "__main__":
    main()
