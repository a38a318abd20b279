"""What is new since the last check of a file comes before what was known, and many warnings of a rule are one line."""

import json
from pathlib import Path

from bot.curation import lines
from bot.curation.check import News, read_news, record
from bot.errors import Fault
from tests.command_line import onrecord
from tests.ferry import COST, KNOWLEDGE, checked, write

UNSOUND = KNOWLEDGE.replace(COST, "    answer: The terminal in Porto cost €12 million.")
GAP = "  skipped: [Children travel free.]\n"


def fault(place: int, rule: str = "style", severity: str = "warning") -> Fault:
    return Fault(Path("a.yaml"), rule, f"what {place}", "mend it", place, 1, "error" if severity == "error" else "warning")


def test_a_fault_that_only_moved_is_known_and_one_that_is_gone_is_mended(tmp_path: Path) -> None:
    record(checked(write(tmp_path, UNSOUND.replace(GAP, ""))), tmp_path / "cache")
    moved = UNSOUND.replace("synonyms:", "# a line\n# and another\nsynonyms:")
    news = read_news(checked(write(tmp_path, moved)), tmp_path / "cache")
    assert [one.rule for one in news.known] == ["support"]
    assert (news.first, news.new, news.mended) == (False, (), 1)


def test_each_file_of_a_folder_has_its_own_last_check(tmp_path: Path) -> None:
    record(checked(write(tmp_path, UNSOUND)), tmp_path / "cache")
    other = tmp_path / "other"
    other.mkdir()
    news = read_news(checked(write(other, UNSOUND)), tmp_path / "cache")
    assert news.first
    assert [one.rule for one in news.new] == ["support"]


def test_a_damaged_record_is_as_good_as_none(tmp_path: Path) -> None:
    result = checked(write(tmp_path, UNSOUND))
    record(result, tmp_path / "cache")
    for path in (tmp_path / "cache" / "checks").iterdir():
        path.write_text("no", encoding="utf-8")
    assert read_news(result, tmp_path / "cache").first


def test_the_figures_come_first_then_the_news_then_the_known(tmp_path: Path) -> None:
    result = checked(write(tmp_path))
    news = News(False, (fault(1, "support"),), tuple(fault(place) for place in range(2, 9)), 2)
    told = list(lines(result, news))
    assert told[0] == str(tmp_path / "ferry.yaml")
    assert told.index("0 errors, 0 warnings") < told.index("since the last check: 1 new, 2 mended, 7 known")
    assert told[-2:] == [
        "a.yaml:1:1: warning: support: what 1; mend it",
        "7 warnings of rule style: a.yaml:2:1: what 2 …; `--rule style` lists them",
    ]


def test_many_new_warnings_of_a_rule_are_shown_by_the_first_and_errors_all(tmp_path: Path) -> None:
    found = (*(fault(place, "proof", "error") for place in range(1, 31)), *(fault(place) for place in range(31, 82)))
    told = [line for line in lines(checked(write(tmp_path)), News(True, found, (), 0)) if ".yaml:" in line or "`" in line]
    assert len([line for line in told if ": error: " in line]) == 30
    assert [line for line in told if ": warning: " in line] == [
        f"a.yaml:{place}:1: warning: style: what {place}; mend it" for place in (31, 32, 33)
    ]
    assert told[-1] == "48 more warnings of rule style: `--rule style` lists them"


def test_a_rule_that_is_named_is_listed_whole_and_no_other_but_errors(tmp_path: Path) -> None:
    found = (fault(0, "proof", "error"), *(fault(place) for place in range(1, 52)), fault(60, "support"))
    told = [line for line in lines(checked(write(tmp_path)), News(True, found, (), 0), ["style"]) if ".yaml:" in line]
    assert [line.split(": ")[2] for line in told] == ["proof", *["style"] * 51]


def test_a_second_check_tells_that_nothing_is_new(tmp_path: Path, home: Path) -> None:
    path = str(write(tmp_path, UNSOUND))
    assert "since the last check" not in onrecord(home, "check", path).stdout
    assert "since the last check: 0 new, 0 mended, 1 known" in onrecord(home, "check", path).stdout
    write(tmp_path, UNSOUND.replace(GAP, ""))
    told = json.loads(onrecord(home, "check", path, "--json").stdout)
    assert [(one["rule"], one["new"]) for one in told["faults"]] == [("support", False), ("coverage", True)]
    assert "1 new" in onrecord(home, "check", path, "--rule", "support").stdout, "neither took the news away"
    last = onrecord(home, "check", path).stdout
    assert last.index("coverage: no entry") < last.index("support: the name")


def test_a_rule_that_does_not_exist_is_told_with_those_that_do(tmp_path: Path, home: Path) -> None:
    done = onrecord(home, "check", str(write(tmp_path)), "--rule", "spelling")
    assert done.returncode == 2
    assert "--rule spelling: there is no such rule; name one of file, schema" in done.stderr
