"""Makes the opposites of the English pack from WordNet's: the opposites themselves, and those of their word families.

    python -m tests.benchmarks.opposites --data FOLDER

The folder holds `wordnet_antonyms.tsv` and `wordnet_derivations.tsv`, pairs of words apart by a tab. “Success” is the
opposite of “failure” because “succeed” is of “fail”.
"""

import argparse
import gzip
import itertools
from pathlib import Path

PACKED = Path("bot/language/packs/en/opposites.tsv.gz")


def pairs(path: Path) -> list[tuple[str, str]]:
    """Return the pairs of single words of a file."""
    found = (line.partition("\t")[::2] for line in path.read_text(encoding="utf-8").splitlines())
    return [(one, other) for one, other in found if one.isalpha() and other.isalpha()]


def opposites(antonyms: list[tuple[str, str]], derivations: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return every pair of opposites, each once, in alphabetical order."""
    families: dict[str, set[str]] = {}
    for one, other in derivations:
        families.setdefault(one, {one}).add(other)
        families.setdefault(other, {other}).add(one)
    found: set[tuple[str, str]] = set()
    for one, other in antonyms:
        for pair in itertools.product(families.get(one, {one}), families.get(other, {other})):
            found.add((min(pair), max(pair)))
    return sorted(pair for pair in found if pair[0] != pair[1])


def main() -> None:
    """Read, join, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    folder = parser.parse_args().data
    found = opposites(pairs(folder / "wordnet_antonyms.tsv"), pairs(folder / "wordnet_derivations.tsv"))
    PACKED.write_bytes(gzip.compress("".join(f"{one}\t{other}\n" for one, other in found).encode(), mtime=0))
    print(f"{len(found)} pairs of opposites")


if __name__ == "__main__":
    main()
