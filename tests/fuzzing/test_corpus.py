"""What fuzzing found, and what is worth looking at again, is replayed; some new inputs are tried each time."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.benchmarks.fuzz import CORPUS, kept
from tests.fuzzing.mutate import mutated
from tests.fuzzing.targets import TARGETS

FILES = sorted(CORPUS.glob("*.txt"))
QUICK = [name for name in TARGETS if name not in ("matcher", "message")]


def test_every_kept_input_belongs_to_a_target_and_is_small() -> None:
    assert {path.name.partition("-")[0] for path in FILES} <= TARGETS.keys()
    assert sum(path.stat().st_size for path in FILES) < 100_000


@pytest.mark.parametrize("name", TARGETS)
def test_no_kept_input_crashes(name: str) -> None:
    for text in kept(name):
        TARGETS[name][0](text)


@pytest.mark.parametrize("name", TARGETS)
def test_no_input_made_from_sound_ones_crashes(name: str) -> None:
    chance = random.Random(name)
    for _ in range(200 if name in QUICK else 10):
        TARGETS[name][0](mutated(chance, [*TARGETS[name][1], *kept(name)]))


@pytest.mark.parametrize("name", QUICK)
@settings(max_examples=100, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(max_size=300))
def test_no_text_at_all_crashes(name: str, text: str) -> None:
    TARGETS[name][0](text)
