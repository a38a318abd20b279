"""The check: a fault of every rule is found, named and placed on its line; sound files are clean."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.curation.check.run import RULES, Checked, check
from bot.curation.output import lines, to_json
from bot.errors import Fault
from bot.knowledge.article import sha256
from tests.cli.test_command_line import onrecord
from tests.loopback.process import REPO

DATA = REPO / "tests" / "data"
ARTICLE = (DATA / "ferry.txt").read_text(encoding="utf-8")
KNOWLEDGE = (DATA / "ferry.yaml").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Seed:
    """One fault: `old` is replaced by `new`, and the check must tell `told` for the line where `at` (or `new`) begins."""

    rule: str
    old: str
    new: str
    told: str
    at: str = ""
    article: bool = False


ONE_LESS = "      - how expensive was the new ferry terminal\n"
COST = "    answer: The new ferry terminal cost €12 million."
NOTE = "    note: The article does not say who designed the terminal."
ORIGIN = "      - who was the architect of the terminal\n"

SEEDS = {
    # schema: the form
    "an anchor": Seed("schema", "price of the terminal\n", "&price of\n", "an anchor (&) is not allowed"),
    "an alias": Seed("schema", "price of the terminal\n", "*price\n", "an alias (*) is not allowed"),
    "a tag": Seed("schema", "price of the terminal\n", "!!str price\n", "a tag (!) is not allowed"),
    "a key twice": Seed("schema", COST, "    topic: Again\n" + COST, "the key “topic” is here twice", "    topic: Again"),
    "a second document": Seed("schema", "unanswered:", "---\nunanswered:", "a second document starts here"),
    "a bracket left open": Seed("schema", "captions: [The new hall]", "captions: [The new hall", "this is not YAML", "  skipped:"),
    "nested too deep": Seed("schema", "[The new hall]", "[[[[[[[[[The new hall]]]]]]]]]", "nested more than 8 deep"),
    "a misspelt field": Seed("schema", "    answer: A ticket", "    anwser: A ticket", "is not a field of a knowledge file"),
    "a field left out": Seed("schema", COST + "\n", "", "entries[1].answer: is missing", "  - id: terminal-cost"),
    "no passage": Seed("schema", "passages:\n      - The terminal runs", "passages: []\n#      - The terminal runs", "at least one item"),
    "an empty answer": Seed("schema", COST, "    answer:", "entries[1].answer: is empty"),
    "a question too long": Seed("schema", "question: What power does", f"question: {'What power does ' * 8}", "longer than 100 characters"),
    "a colon that makes a mapping": Seed("schema", "price of the terminal\n", "price: of the terminal\n", "must be a text"),
    "a text instead of a list": Seed("schema", "captions: [The new hall]", "captions: The new hall", "must be a list"),
    "an id with capitals": Seed("schema", "id: rain", "id: Rain", "lower-case words joined by dashes"),
    "an unknown version": Seed("schema", "schema: 1", "schema: 2", "must be 1"),
    "an id twice": Seed("schema", "id: rain", "id: old-pier", "the id “old-pier” is already taken on line"),
    "a draft that says maybe": Seed("schema", COST, "    draft: maybe\n" + COST, "must be true or false"),
    "a hash that is none": Seed("schema", f'"{sha256(ARTICLE.encode())}"', '"12ab"', "64 hexadecimal digits"),
    "an article elsewhere": Seed("schema", "file: ferry.txt", "file: ../ferry.txt", "a .txt file beside this one"),
    "an address that is none": Seed("schema", "  publisher: ANB", "  url: ferry\n  publisher: ANB", "must start with https://"),
    # proof: the passages
    "a changed figure": Seed("proof", "which cost €12 million.\"", "which cost €13 million.\"", "it has “€13” where the article has “€12”"),
    "a changed word": Seed("proof", "      - It replaces a pier", "      - It replaced a pier", "it has “replaced” where the article has “replaces”"),
    "a passage that stands nowhere": Seed("proof", "- Boats to Almada will leave every 15 minutes.", "- Gulls fly at night.", "is not in the article, and no sentence is like it"),
    "an ambiguous passage": Seed("proof", "- The terminal runs on solar power alone.", "- The", "stands 3 times in the article"),
    "a wrong prefix": Seed("proof", "- The terminal runs on solar power alone.", "- {quote: runs on solar power, prefix: A boat}", "not with this prefix"),
    "a caption as a passage": Seed("proof", "- The terminal runs on solar power alone.", "- The new hall", "stands in a caption"),
    "half a word": Seed("proof", "- The terminal runs on solar power alone.", "- erminal runs on solar power alone.", "cuts a word", "    passages:\n      - erminal"),
    "a caption that is no line": Seed("proof", "[The new hall]", "[The old hall]", "no line of ferry.txt is the caption"),
    "a skipped sentence that is none": Seed("proof", "[Children travel free.]", "[Dogs travel free.]", "no sentence of ferry.txt is"),
    "another article": Seed("proof", f'"{sha256(ARTICLE.encode())}"', f'"{"0" * 64}"', "is not the file that was pinned"),
    # article: the text
    "HTML pasted as text": Seed("article", "The terminal runs", "<p>The terminal runs", "this looks like HTML", article=True),
    "a byte order mark": Seed("article", "Lisbon, 4", "\ufeffLisbon, 4", "byte order mark", article=True),
    "a control character": Seed("article", "The terminal runs", "\x07The terminal runs", "is no text", article=True),
    "accents apart": Seed("article", "Lisbon, 4", "Lisbo\u0301n, 4", "not NFC", article=True),
    # support: what answers say
    "a number from nowhere": Seed("support", COST, "    answer: The new ferry terminal cost €14 million.", "the number or date “14”"),
    "a month from nowhere": Seed("support", COST, "    answer: In August the ferry terminal cost €12 million.", "the number or date “august”"),
    "a name from nowhere": Seed("support", COST, "    answer: The terminal in Porto cost €12 million.", "the name “Porto”"),
    "a quotation from nowhere": Seed("support", COST, "    answer: The terminal “was cheap” at €12 million.", "the quotation “was cheap”"),
    "a name from nowhere in a note": Seed("support", NOTE, NOTE + " It does not name Siza.", "the name “Siza”"),
    "a number from nowhere in a note": Seed("support", NOTE, NOTE + " There were 9.", "the number or date “9”"),
    # wording, draft
    "too few phrasings": Seed("wording", ONE_LESS, "", "terminal-cost has 9 phrasings", "    phrasings:\n      - what was the cost"),
    "too few for an unanswered entry": Seed("wording", ORIGIN, "", "architect has 4 phrasings", "    phrasings:\n      - name of the architect"),
    "a draft": Seed("draft", COST, "    draft: true\n" + COST, "terminal-cost is a draft, which the bot does not use"),
    # regression
    "the same words in another spelling": Seed("regression", "how is the terminal powered\n", "what's the fare for a ticket\n", "leads to ticket-price"),
    "a wording that nobody can read": Seed("regression", "how is the terminal powered\n", '"🐸"\n', "leads to no entry"),
    # leave-one-out
    "an entry with one wording": Seed(
        "leave-one-out", "    phrasings:\n" + KNOWLEDGE[KNOWLEDGE.index(ORIGIN) : KNOWLEDGE.index(NOTE)], "",
        "architect lives on single wordings", "  - id: architect"),
    # collisions
    "a wording in two entries": Seed("collisions", "      - number of passengers a day", "      - Name of the architect?", "is already on line"),
    "wordings that compete": Seed("collisions", "      - passenger numbers", "      - who designed the ferry terminal",
                                  "competes with “Who designed the terminal?” of architect (line 128) on designed, terminal"),
    "near that names nothing": Seed("collisions", COST, "    near:\n      bridge: because\n" + COST, "bridge under near in terminal-cost", "      bridge:"),
    "near that names itself": Seed("collisions", COST, "    near:\n      terminal-cost: because\n" + COST, "is not another entry", "      terminal-cost:"),
    # coverage
    "a sentence that no entry cites": Seed("coverage", "power alone. Children", "power alone. Dogs pay half. Children", "no entry cites sentence 8, “Dogs pay half.”", article=True),
    "a sentence no longer skipped": Seed("coverage", "  skipped: [Children travel free.]\n", "", "no entry cites sentence 8", "Children"),
    # file
    "a missing article": Seed("file", "file: ferry.txt", "file: fairy.txt", "cannot be read"),
}  # fmt: skip
"""Faults, at least one of every rule."""


def seeded(folder: Path, seed: Seed) -> tuple[Fault, int | None]:
    """Write the files with the fault, check them, and return what was told of it, and the line it belongs on."""
    article = ARTICLE.replace(seed.old, seed.new) if seed.article else ARTICLE
    knowledge = KNOWLEDGE if seed.article else KNOWLEDGE.replace(seed.old, seed.new)
    assert _sound(seed).count(seed.old) == 1
    write(folder, knowledge, article)
    found = [fault for fault in checked(folder).faults if fault.rule == seed.rule and seed.told in fault.what]
    assert len(found) == 1, [str(fault) for fault in checked(folder).faults]
    return found[0], _line(article if found[0].path.suffix == ".txt" else knowledge, seed)


def _line(text: str, seed: Seed) -> int:
    start = (
        text.index(seed.at)
        if seed.at
        else next(n for n, pair in enumerate(zip(text, _sound(seed), strict=False)) if pair[0] != pair[1])
    )
    return text.count("\n", 0, start) + 1


def _sound(seed: Seed) -> str:
    return ARTICLE if seed.article else KNOWLEDGE


def write(folder: Path, knowledge: str = KNOWLEDGE, article: str = ARTICLE) -> Path:
    """Write an article and its knowledge file, pinned if the article was changed; return the knowledge file's path."""
    (folder / "ferry.txt").write_text(article, encoding="utf-8", newline="")
    path = folder / "ferry.yaml"
    path.write_text(knowledge.replace(sha256(ARTICLE.encode()), sha256(article.encode())), encoding="utf-8")
    return path


def _quiet(_: str) -> None:
    """Say nothing of the steps."""


def checked(path: Path) -> Checked:
    return check(path, None, _quiet)


@pytest.mark.parametrize("seed", SEEDS.values(), ids=SEEDS.keys())
def test_a_seeded_fault_is_found_named_and_placed_on_its_line(tmp_path: Path, seed: Seed) -> None:
    fault, line = seeded(tmp_path, seed)
    assert fault.rule == seed.rule
    assert fault.mend
    if seed.rule != "file":
        assert fault.line == line
        assert fault.column


def test_every_rule_has_a_seeded_fault_and_there_are_forty() -> None:
    assert {seed.rule for seed in SEEDS.values()} == set(RULES)
    assert len(SEEDS) >= 40


def test_no_rule_fires_on_a_sound_file() -> None:
    assert checked(DATA / "ferry.yaml").faults == ()


@pytest.fixture(scope="module")
def shipped(home: Path) -> Checked:
    return check(REPO / "knowledge", home / "cache" / "onrecord", _quiet)


def test_the_shipped_file_is_clean(shipped: Checked) -> None:
    [figures] = shipped.figures
    assert shipped.faults == ()
    assert figures.covered[0] == figures.covered[1]
    assert figures.regression[0] == figures.regression[1]
    assert figures.found[0] >= 0.85 * figures.found[1]
    assert all(collision.explained for collision in shipped.collisions)


def test_all_faults_are_told_at_once_and_in_the_order_of_the_rules(tmp_path: Path) -> None:
    broken = KNOWLEDGE.replace("which cost €12", "which cost €13").replace(
        "€1.40, as before.\n    pass", "€1.50, as before.\n    pass"
    )
    broken = broken.replace("  skipped: [Children travel free.]\n", "")
    found = checked(write(tmp_path, broken)).faults
    assert [fault.rule for fault in found] == ["proof", "support", "coverage", "coverage"]
    assert [fault.severity for fault in found] == ["error", "warning", "warning", "warning"]


def test_a_reason_explains_a_collision_in_either_entry(tmp_path: Path) -> None:
    competing = KNOWLEDGE.replace("      - passenger numbers", "      - who designed the ferry terminal")
    explained = competing.replace(NOTE, "    near:\n      passengers: a reader may ask both at once\n" + NOTE)
    [collision] = checked(write(tmp_path, explained)).collisions
    assert collision.explained == "a reader may ask both at once"
    assert collision.margin < 0
    assert checked(tmp_path).faults == ()


def test_drafts_are_no_part_of_what_is_answered(tmp_path: Path) -> None:
    drafted = KNOWLEDGE.replace("    answer:", "    draft: true\n    answer:").replace("    note:", "    draft: true\n    note:")
    result = checked(write(tmp_path, drafted))
    assert result.benches == ()
    assert {fault.rule for fault in result.faults} == {"draft", "coverage"}
    assert result.figures[0].drafts == 8


def second(folder: Path, article: str, question: str) -> Path:
    """Write a second knowledge file with one entry, about an article that is there."""
    path = folder / "second.yaml"
    path.write_text(
        f'schema: 1\narticle: {{file: {article}, sha256: "{sha256((folder / article).read_bytes())}"}}\nentries:\n'
        f"  - id: drawn-by\n    question: {question}\n    answer: It replaces a pier that burned down in 2016.\n"
        "    passages: [It replaces a pier that burned down in 2016.]\n",
        encoding="utf-8",
    )
    return path


def test_entries_of_two_files_about_one_article_compete_too(tmp_path: Path) -> None:
    write(tmp_path)
    second(tmp_path, "ferry.txt", "Who designed the old terminal?")
    found = [fault for fault in checked(tmp_path).faults if fault.rule == "collisions"]
    assert [fault.path.name for fault in found] == ["second.yaml"]


def test_articles_are_asked_alone_and_a_wording_that_two_share_is_named_on_its_line(tmp_path: Path) -> None:
    path = write(tmp_path)
    (tmp_path / "pier.txt").write_text("It replaces a pier that burned down in 2016.\n", encoding="utf-8")
    other = second(tmp_path, "pier.txt", "How much did the new terminal cost?")
    result = checked(tmp_path)
    assert [bench.manuscripts[0].path.name for bench in result.benches] == ["ferry.yaml", "second.yaml"]
    assert not result.count("error"), "each wording gets its own entry from its own article"
    [fault] = [fault for fault in result.faults if fault.rule == "collisions"]
    assert (fault.path, fault.line, fault.severity) == (other, 5, "warning")
    line = KNOWLEDGE[: KNOWLEDGE.index("How much did the new terminal cost?")].count("\n") + 1
    assert f"is also a wording of another article ({path}:{line}:" in fault.what


def test_a_bare_article_has_nothing_to_check(tmp_path: Path) -> None:
    (tmp_path / "pier.txt").write_text("The old pier burned down in 2016.\n", encoding="utf-8")
    result = checked(tmp_path)
    assert result.faults == ()
    assert f"{tmp_path / 'pier.txt'}: nobody has curated this article" in next(lines(result))


def test_the_result_as_json_holds_what_the_text_tells(tmp_path: Path) -> None:
    result = checked(write(tmp_path, KNOWLEDGE.replace("which cost €12", "which cost €13")))
    told = json.loads(to_json(result))
    assert [fault["rule"] for fault in told["faults"]] == ["proof", "coverage"]
    assert told["faults"][0]["line"] == result.faults[0].line
    assert (told["errors"], told["warnings"]) == (1, 1)
    assert told["files"][0]["regression"] == {"good": 67, "all": 67}
    assert len(told["files"][0]["entries"]) == 7
    assert "  regression     100.0 % (67 of 67) wordings get their own entry" in lines(result)


def test_a_file_that_cannot_be_read_is_said_to_wait(tmp_path: Path) -> None:
    path = write(tmp_path, KNOWLEDGE.replace("schema: 1", "schema: 2"))
    told = list(lines(checked(tmp_path)))
    assert f"{path}: the other rules wait until this file can be read" in told
    assert told[-1] == "1 error, 0 warnings"


def test_exit_codes_are_0_for_clean_1_for_errors_and_for_warnings_when_strict(tmp_path: Path, home: Path) -> None:
    path = write(tmp_path, KNOWLEDGE.replace("  skipped: [Children travel free.]\n", ""))
    assert onrecord(home, "check", str(path)).returncode == 0
    strict = onrecord(home, "check", "--strict", str(path))
    assert strict.returncode == 1
    assert "ferry.txt:6:41: warning: coverage: no entry cites sentence 8" in strict.stdout
    write(tmp_path, KNOWLEDGE.replace("which cost €12", "which cost €13"))
    broken = onrecord(home, "check", "--json", str(tmp_path))
    assert broken.returncode == 1
    assert json.loads(broken.stdout)["errors"] == 1
    assert broken.stderr == ""
