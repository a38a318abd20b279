"""Makes the English lexicon that ships with the program from the word list of pyspellchecker.

    python -m tests.benchmarks.lexicon

It writes `bot/language/packs/en/lexicon.tsv.gz`: the number of all words on the first line, then for each number of
occurrences, the greatest first, a line with the words that have it. Needs the dependency group `benchmarks`.
"""

import gzip
import json
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

import bot.language
from bot.language.words.lexicon import REAL

_FILE = "packs/en/lexicon.tsv.gz"


def lines(counts: Mapping[str, int]) -> list[str]:
    """Return the lines of a lexicon of the words that are real."""
    total = sum(counts.values())
    groups: dict[int, list[str]] = {}
    for word in sorted(counts):
        if counts[word] >= total / 1e9 * 10**REAL:
            groups.setdefault(counts[word], []).append(word)
    return [str(total), *(f"{count}\t{' '.join(groups[count])}" for count in sorted(groups, reverse=True))]


def main() -> None:
    """Read the package's list and write the pack's."""
    packed = files("spellchecker").joinpath("resources", "en.json.gz").read_bytes()
    found = lines(json.loads(gzip.decompress(packed)))
    path = Path(bot.language.__path__[0]) / _FILE
    path.write_bytes(gzip.compress("\n".join(found).encode(), 9, mtime=0))
    print(f"{path.name}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
