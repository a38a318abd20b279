"""Whether a question says no more than a wording."""

import pytest

from bot.language import ENGLISH, Reader, Speller
from bot.matching.entries.equivalence import says_as_much

READER = Reader(Speller({}, ENGLISH.lexicon.is_real), (), ENGLISH)


@pytest.mark.parametrize(
    ("question", "wording", "same"),
    [
        ("did anna meet ben", "did anna meet ben in 2021", False),  # a number more
        ("did anna meet ben", "did anna really meet ben at home", True),
        ("did ben meet anna", "did anna meet ben", False),
        ("did anna not meet ben", "did anna meet ben", False),
        ("did anna praise ben", "did anna meet ben", False),
        ("is it", "is it", False),  # nothing is said
    ],
)
def test_words_numbers_negatives_and_the_order_of_names_decide(question: str, wording: str, same: bool) -> None:
    assert says_as_much(READER.read(question), [READER.read_wording(wording)], set(READER.stems(("anna", "ben"))), READER) is same
