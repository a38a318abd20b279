"""Leave-one-out: what each wording would score if the knowledge did not have it, by the same votes as any question."""

from dataclasses import dataclass

import numpy as np

from bot.matching.index import Index, most_alike
from bot.matching.matcher import Matcher
from bot.matching.ridge import kernel, votes
from bot.matching.tfidf import Floats, Ints


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Every wording judged by all the others.

    Attributes:
        keys: the classes; the last may be the background.
        labels: the class of each wording, in the matcher's order; shape (n,).
        scores: score of each wording for each class without itself, about 0..1; shape (n, classes).
        similarities: similarity of each pair of wordings, about -.3..1; shape (n, n).
    """

    keys: tuple[str, ...]
    labels: Ints
    scores: Floats
    similarities: Floats


def leave_one_out(matcher: Matcher) -> LeftOut:
    """Judge every wording of a matcher by all the others; seconds and 200 MB at 5,000 wordings, growing with their square.

    What a wording lent to word weights and vocabulary stays; that is the approximation.
    """
    index = matcher.index
    cosines = index.space.products()
    scores = index.rehearsed if len(index.rehearsed) else np.stack([_scores(index, cosines, n) for n in range(len(cosines))])
    return LeftOut(index.keys, index.labels, scores, cosines + index.signs.among(np.arange(len(cosines))))


def _scores(index: Index, cosines: Floats, row: int) -> Floats:
    overlaps = cosines[row].copy()
    overlaps[row] = 0.0
    near = most_alike(overlaps)
    taken_off = index.signs.among(np.append(near, row))
    among = kernel(cosines[near[:, None], near], taken_off[:-1, :-1])
    asked = kernel(cosines[row, near], taken_off[-1, :-1])
    return votes(among, asked, index.labels[near], len(index.keys))
