"""The verb `probe`: its figures as JSON and as a list, its exit codes, and what it says of wrong use."""

import json
from pathlib import Path

import pytest

from bot.curation import drop
from tests import ferry
from tests.command_line import onrecord


def test_the_figures_are_one_json_object(home: Path) -> None:
    done = onrecord(home, "probe", "--json", "tests/data/ferry.yaml")
    found = json.loads(done.stdout)
    assert list(found) == ["traps", "paraphrases", "wrong", "reason"]
    assert found["reason"] is None
    assert found["traps"]["asked"] == sum(kind["asked"] for kind in found["traps"]["by_kind"].values())
    assert found["traps"]["answered"] + found["paraphrases"]["missed"] == len(found["wrong"])
    assert found["paraphrases"]["asked"] > 20


def test_the_exit_code_tells_whether_something_goes_wrong(home: Path) -> None:
    for kind in ("name", "negation", "order", "typo"):
        done = onrecord(home, "probe", "--json", "tests/data/ferry.yaml", "--kind", kind)
        assert done.returncode == (1 if json.loads(done.stdout)["wrong"] else 0)


def test_a_kind_that_is_none_is_named_with_those_that_there_are(home: Path) -> None:
    done = onrecord(home, "probe", "tests/data/ferry.yaml", "--kind", "colour")
    assert done.returncode == 2
    assert "colour is no kind of question; the kinds are year, number" in " ".join(done.stderr.split())


def test_what_was_dropped_is_not_asked_again(home: Path, path: Path) -> None:
    before = json.loads(onrecord(home, "probe", "--json", str(path)).stdout)
    dropped = [one["question"] for one in before["wrong"]]
    drop(path, *dropped)
    after = json.loads(onrecord(home, "probe", "--json", str(path)).stdout)
    assert dropped
    assert not {one["question"] for one in after["wrong"]} & set(dropped)


def test_a_list_of_what_was_dropped_that_is_none_is_refused_in_one_line(home: Path, tmp_path: Path) -> None:
    path = ferry.write(tmp_path)
    (tmp_path / "ferry.dropped.json").write_text("{", encoding="utf-8")
    done = onrecord(home, "probe", str(path))
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "ferry.dropped.json: is no list of hashes; mend it" in done.stderr


@pytest.mark.parametrize(
    ("old", "new", "words", "told"),
    [
        ("language: en", "language: fr", (), "questions are made in English alone, and its language is fr"),
        ("    question:", "    draft: true\n    question:", (), "every entry is a draft, which the bot does not use"),
        ("by the railway", "by the railway", ("--kind", "number"), "no question of these kinds can be made of its wordings"),
    ],
)
def test_where_nothing_can_be_asked_the_reason_is_told(
    home: Path, path: Path, old: str, new: str, words: tuple[str, ...], told: str
) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    done = onrecord(home, "probe", str(path), *words)
    assert done.returncode == 0
    assert done.stdout.startswith("nothing is asked about bridge: ")
    assert told in done.stdout
    assert "0 of 0" not in done.stdout
    assert told in json.loads(onrecord(home, "probe", "--json", str(path), *words).stdout)["reason"]


def test_of_a_bare_article_nothing_is_asked(home: Path, path: Path) -> None:
    done = onrecord(home, "probe", str(path.with_suffix(".txt")))
    assert done.stdout == "nothing is asked about bridge: nobody has curated it\n"


def test_a_pipe_gets_a_plain_list(home: Path) -> None:
    done = onrecord(home, "probe", "tests/data/ferry.yaml")
    assert done.stdout.splitlines()[0].endswith("traps answered")
    assert "\x1b" not in done.stdout
