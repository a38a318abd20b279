"""Near-misses may stand close: only where a reader would lose by it is that told. Bundles and drafts are told fairly."""

import json
from pathlib import Path

from bot.curation import to_json
from bot.curation.check.rules.retrieval import Strength
from tests.ferry import KNOWLEDGE, checked, write

POWERED = "      - how is the terminal powered\n"


def test_two_unanswered_entries_that_compete_are_no_fault(tmp_path: Path) -> None:
    result = checked(write(tmp_path, KNOWLEDGE.replace("      - passenger numbers", "      - who designed the ferry terminal")))
    [collision] = result.collisions
    assert not collision.mixed
    assert not collision.harmful
    assert result.faults == ()


def test_a_near_miss_that_takes_nothing_is_no_fault(tmp_path: Path) -> None:
    knowledge = KNOWLEDGE.replace("      - passenger numbers", "      - how expensive was the old ferry terminal")
    result = checked(write(tmp_path, knowledge))
    assert [collision.mixed for collision in result.collisions] == [True]
    assert [collision.lost for collision in result.collisions] == [()]
    assert result.faults == ()


def test_an_answered_wording_that_is_refused_is_told_with_what_refuses_it(tmp_path: Path) -> None:
    result = checked(write(tmp_path, KNOWLEDGE.replace(POWERED, "      - who drew the plans for the new terminal\n")))
    [collision] = result.collisions
    assert "who drew the plans for the new terminal" in [wording.text for wording in collision.lost]
    [told] = json.loads(to_json(result))["collisions"]
    assert sorted(told["answered"]) == [False, True]
    assert told["harmful"]
    assert {"entry": "solar-power", "wording": "who drew the plans for the new terminal"} in told["lost"]


def test_a_weak_entry_tells_where_its_wordings_go(tmp_path: Path) -> None:
    asked = KNOWLEDGE[
        KNOWLEDGE.index("      - who was the architect") : KNOWLEDGE.index("    note: The article does not say who")
    ]
    weak = KNOWLEDGE.replace(asked, "      - how much is a ticket for the designer\n").replace(
        "Who designed the terminal?", "Zorps?"
    )
    [fault] = [fault for fault in checked(write(tmp_path, weak)).faults if fault.rule == "leave-one-out"]
    assert "“how much is a ticket for the designer” goes to ticket-price (“how much is a ticket”)" in fault.what
    assert "“Zorps?” goes nowhere" in fault.what


def strength_of(folder: Path, wordings: list[str]) -> Strength:
    """Return the strength of an unanswered entry that has these wordings."""
    asked = KNOWLEDGE[
        KNOWLEDGE.index("      - who was the architect") : KNOWLEDGE.index("    note: The article does not say who")
    ]
    listed = "".join(f"      - {wording}\n" for wording in wordings)
    return checked(write(folder, KNOWLEDGE.replace(asked, listed))).strengths["architect"]


def test_of_a_bundle_being_declined_by_any_unanswered_entry_counts(tmp_path: Path) -> None:
    unlike = ["do passengers take dogs along", "is there parking nearby", "what bank lent money", "which flag flies there"]
    bundle = strength_of(tmp_path, unlike)
    assert bundle.bundle
    assert "do passengers take dogs along" not in [("", *unlike)[place] for place in bundle.lost]
    alike = strength_of(tmp_path, [f"who was the architect of the terminal {word}" for word in ("then", "there", "again", "now")])
    assert not alike.bundle
