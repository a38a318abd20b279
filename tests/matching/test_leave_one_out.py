"""Leave-one-out says what the matcher would say without the wording."""

import numpy as np

from bot.matching import Matcher
from bot.matching.leave_out import leave_one_out
from tests.matching.test_matching import PHRASINGS


def test_a_wording_left_out_is_scored_as_a_question_with_that_wording_left_out() -> None:
    matcher = Matcher(PHRASINGS, background=["how are you", "nice weather today"])
    found = leave_one_out(matcher)
    assert np.allclose(found.similarities, found.similarities.T, atol=1e-6)
    firsts = dict(zip(PHRASINGS, np.cumsum([0, *map(len, PHRASINGS.values())]), strict=False))
    compared = 0
    for key, finding in matcher.rehearse(most=1):
        for match in (*finding.supported, *finding.declined) if key else ():
            score = found.scores[firsts[key or ""]][found.keys.index(match.key)]
            assert abs(max(score, 0.0) - match.score) < 1e-3
            compared += 1
    assert compared
