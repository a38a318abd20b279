"""Evaluation: figures that can be checked by hand, a gate, a page."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from bot.curation.evaluate import Share, auroc, brier, reliability, risk_coverage
from bot.knowledge import Figures, figures_of, figures_path, load
from tests.loopback.process import REPO

QUESTIONS: list[dict[str, Any]] = [
    {"id": "a", "kind": "answerable", "q": "which treaty got renewed then", "gold": ["S12"], "must": [["Good-neighborliness"]]},
    {"id": "b", "kind": "answerable", "q": "which treaty was it that they renewed", "gold": ["S01"], "must": []},
    {"id": "c", "kind": "near_miss", "q": "for how many minutes did their video meeting go on", "gold": [], "must": []},
    {"id": "d", "kind": "off_topic", "q": "anyone here into pottery", "gold": [], "must": []},
]


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(map(json.dumps, QUESTIONS)), encoding="utf-8")
    return path


def evaluate(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["evaluate", "--knowledge", str(REPO / "knowledge"), *map(str, arguments)])


def test_the_interval_of_a_share_is_wilsons() -> None:
    assert Share(8, 10).interval == pytest.approx((0.4902, 0.9433), abs=1e-4)
    assert Share(0, 0).interval == (0.0, 1.0)


def test_auroc_is_the_chance_that_the_higher_one_is_higher_ties_counting_half() -> None:
    assert auroc([2.0, 3.0], [1.0, 2.0]) == pytest.approx(3.5 / 4)
    assert auroc([], [1.0]) is None


def test_risk_grows_as_less_sure_answers_are_given() -> None:
    curve = risk_coverage([0.9, 0.5, 0.8], [True, False, True])
    assert curve.coverage.tolist() == pytest.approx([1 / 3, 2 / 3, 1])
    assert curve.risk.tolist() == pytest.approx([0, 0, 1 / 3])
    assert curve.area == pytest.approx(1 / 9)


def test_the_brier_score_and_the_bins_compare_confidence_with_outcome() -> None:
    assert brier([1.0, 0.5], [True, False]) == pytest.approx(0.125)
    low, high = reliability([0.05, 0.95, 1.0], [False, True, False])
    assert [low.right, high.right] == [Share(0, 1), Share(1, 2)]
    assert [low.confidence, high.confidence] == pytest.approx([0.05, 0.975])


def test_every_question_is_judged_by_its_kind(questions: Path) -> None:
    told = json.loads(evaluate("--json", questions).stdout)
    assert told["questions"] == 4
    assert told["kinds"]["answerable"]["right"]["count"] == 1
    assert told["kinds"]["answerable"]["wrong"]["count"] == 1, "its gold is another sentence"
    assert told["kinds"]["near_miss"]["noted"]["count"] == 1
    assert told["kinds"]["off_topic"]["false answer"]["count"] == 0
    assert told["accuracy of what was answered"]["share"] == 0.5
    assert 0 < told["threshold"] < 1


@pytest.mark.parametrize(
    ("changed", "told"),
    [({"gold": ["S99"]}, "a: S99 is no sentence of the article"), ({"id": "b"}, "b is here twice"), ({"q": ""}, "q: ")],
)
def test_questions_that_cannot_be_judged_are_refused_in_one_line_each(tmp_path: Path, changed: dict[str, Any], told: str) -> None:
    (tmp_path / "q.jsonl").write_text("\n".join(map(json.dumps, [{**QUESTIONS[0], **changed}, QUESTIONS[1]])), encoding="utf-8")
    refused = evaluate(tmp_path / "q.jsonl")
    assert refused.exit_code == 2
    assert told in refused.stderr


def test_a_bar_that_is_not_reached_is_told_and_ends_with_exit_code_1(questions: Path) -> None:
    assert evaluate(questions).exit_code == 0
    assert evaluate("--max-false", "0.25", "--min-right", "0.5", questions).exit_code == 0
    short = evaluate("--max-false", "0.2", "--min-right", "0.9", questions)
    assert short.exit_code == 1
    assert "1 of 4 questions got a false answer" in short.stderr
    assert "1 of 2 answerable questions were right" in short.stderr


def test_a_bar_that_has_nothing_to_measure_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "q.jsonl").write_text(json.dumps(QUESTIONS[3]), encoding="utf-8")
    short = evaluate("--min-right", "0", tmp_path / "q.jsonl")
    assert (short.exit_code, "--min-right has nothing to measure" in short.stderr) == (1, True)
    assert evaluate("--max-false", "0", tmp_path / "q.jsonl").exit_code == 0


def test_a_question_twice_is_told_beside_the_figures(tmp_path: Path) -> None:
    twice = [QUESTIONS[0], {**QUESTIONS[0], "id": "e"}]
    (tmp_path / "q.jsonl").write_text("\n".join(map(json.dumps, twice)), encoding="utf-8")
    done = evaluate("--json", tmp_path / "q.jsonl")
    assert done.stderr == "e: “which treaty got renewed then” is asked as a already, and counts twice\n"
    assert json.loads(done.stdout)["questions"] == 2


def test_the_page_holds_its_plots_and_escapes_what_readers_typed(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib", reason="the extra `report` is not installed")
    hostile = {**QUESTIONS[1], "q": "which treaty was <script>alert(1)</script> renewed"}
    (tmp_path / "q.jsonl").write_text(json.dumps(hostile), encoding="utf-8")
    assert evaluate("--report", tmp_path / "out.html", tmp_path / "q.jsonl").exit_code == 0
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert page.count("<svg") == 3
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "http://" not in page.replace("http://www.w3.org", "")


def test_figures_are_kept_beside_the_knowledge_and_are_about_that_version_of_it_alone(questions: Path, tmp_path: Path) -> None:
    for name in ("xi-putin-summit.txt", "xi-putin-summit.yaml"):
        (tmp_path / name).write_bytes((REPO / "knowledge" / name).read_bytes())
    file = tmp_path / "xi-putin-summit.yaml"
    assert CliRunner().invoke(main, ["evaluate", "--keep", "--knowledge", str(file), str(questions)]).exit_code == 0
    [knowledge] = load(file)
    assert figures_of(knowledge) == Figures(answerable=2, right=1, asked=4, false=1)
    file.write_bytes(file.read_bytes() + b"\n# changed\n")
    [changed] = load(file)
    assert figures_of(changed) is None
    figures_path(knowledge).write_text("[]", encoding="utf-8")
    assert figures_of(knowledge) is None


def test_a_miss_is_listed_with_the_entry_nearest_to_it(questions: Path) -> None:
    told = json.loads(evaluate("--json", questions).stdout)
    [wrong] = told["misses"]
    assert (wrong["id"], wrong["verdict"]) == ("b", "wrong")
    assert wrong["nearest"]["entry"] == "treaty-name"
    assert "treaty" in wrong["nearest"]["phrasing"]
    assert 0 < wrong["nearest"]["confidence"] <= 1
    listed = evaluate("--misses", questions).stdout
    assert "Misses: 1" in listed
    assert "treaty-name" in listed
