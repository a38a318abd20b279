"""Opposites: which words turn a question into its contrary, whatever the rest of it says."""

import gzip
from collections.abc import Callable, Mapping


def read_opposites(packed: bytes, stem: Callable[[str], str]) -> Mapping[str, frozenset[str]]:
    """Return the stems of the opposites of each stem that has any.

    Args:
        packed: lines of two words apart by a tab, compressed by gzip; empty where a language has none.
        stem: the language's stemmer.
    """
    found: dict[str, set[str]] = {}
    for line in gzip.decompress(packed).decode("utf-8").splitlines() if packed else ():
        one, _, other = line.partition("\t")
        found.setdefault(stem(one), set()).add(stem(other))
        found.setdefault(stem(other), set()).add(stem(one))
    return {one: frozenset(others - {one}) for one, others in found.items()}
