"""Makes inputs from others that were sound: cut, doubled, moved and mixed by lines, words and characters, with what has hurt before."""

import random
from collections.abc import Callable, Sequence

_LONGEST = 20_000  # characters; what grows with its input is measured elsewhere
_HURTFUL: tuple[str, ...] = (
    *"\0\a\b\t\n\r\x1b\x1f\x7f\x85\x9b\xa0\u200b\u200d\u202e\u2028\u2066\ufeff\ufffe\ud800\U0001f600\U000e0041",
    *"%&*!|>@`#-?:,[]{}\"'“”‘’«»—–…<>()\\/^_~=+$€°İßﬁ½²①",
    "...", "---", "''", '""', "\r\n", "\n\n", ": ", "- ", " #", "{{", "<<: *a", "&a ", "*a", "!!python/object:os.system ", "!", "%TAG ! a",
    "[a](https://evil.example)", "**b**", "__init__", "||x||", "```", "~~", "-# ", "> ", ">>> ", "# ", "<@1>", "@everyone", "<t:0>",
    "https://", "http:///", "0", "-1", "00", "1e999", "NaN", "null", "true", "no", "~", "٣", "१२", "9" * 400, "2147483648", "x" * 300,
    "e\u0301" * 40, "👩‍🚀", "🇩🇪", "桥梁", "ภาษาไทย", "سلام", "שָׁלוֹם", "don't", "U.S.", "p.m.", "No. 5", "20th", "1,000.5", "A.B.C",
    "who", "what about", "and when?", "it", "not", "the first", "only", "compared with", "?", "? and ", "in the article ferry: ",
    "related:", "context:", "why:", "delete:", "choose:", "read:", ":", "::", "-", "/", "1-2", "1.2,3.4",
)  # fmt: skip


def mutated(chance: random.Random, seeds: Sequence[str]) -> str:
    """Return an input made from one of the seeds, and of parts of the others."""
    text: str = chance.choice(seeds)
    for _ in range(chance.choice((0, 1, 1, 1, 2, 3, 5, 9))):
        text = chance.choice(_EDITS)(chance, text, seeds)[:_LONGEST]
    return text


def _span(chance: random.Random, text: str) -> tuple[int, int]:
    """Return where a stretch begins and ends, mostly a short one."""
    start = chance.randint(0, len(text))
    return start, min(len(text), start + chance.choice((0, 1, 1, 2, 5, 20, 200)))


def _insert(chance: random.Random, text: str, _: Sequence[str]) -> str:
    start, end = _span(chance, text)
    return text[:start] + chance.choice(_HURTFUL) + text[chance.choice((start, end)) :]


def _repeat(chance: random.Random, text: str, _: Sequence[str]) -> str:
    start, end = _span(chance, text)
    return text[:start] + text[start:end] * chance.choice((0, 2, 3, 50)) + text[end:]


def _character(chance: random.Random, text: str, _: Sequence[str]) -> str:
    start = chance.randint(0, len(text))
    return (
        text[:start]
        + chr(chance.choice((chance.randrange(0x250), chance.randrange(0x3000), chance.randrange(0x110000))))
        + text[start + 1 :]
    )


def _move(chance: random.Random, text: str, _: Sequence[str]) -> str:
    (start, end), place = _span(chance, text), chance.randint(0, len(text))
    rest = text[:start] + text[end:]
    return rest[:place] + text[start:end] + rest[place:]


def _mix(chance: random.Random, text: str, seeds: Sequence[str]) -> str:
    other = chance.choice(seeds)
    start, end = _span(chance, other)
    place = chance.randint(0, len(text))
    return text[:place] + other[start:end] + text[place:]


def _words(chance: random.Random, text: str, _: Sequence[str]) -> str:
    words = text.split(" ")
    one, other = chance.randrange(len(words)), chance.randrange(len(words))
    words[one], words[other] = words[other], words[one]
    return " ".join(words)


def _lines(chance: random.Random, text: str, _: Sequence[str]) -> str:
    """Leave out, double, exchange or indent lines: the structure of a knowledge file is in them."""
    lines = text.split("\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(4):
        case 0:
            del lines[one : one + chance.choice((1, 1, 3, 15))]
        case 1:
            lines.insert(other, lines[one])
        case 2:
            lines[one], lines[other] = lines[other], lines[one]
        case _:
            lines[one] = chance.choice(("  ", "\t", "- ", "")) + lines[one].lstrip()
    return "\n".join(lines)


def _value(chance: random.Random, text: str, _: Sequence[str]) -> str:
    """Put something hurtful in the place of a value, in quotes or bare, so that the file stays of its form."""
    lines = text.split("\n")
    place = chance.randrange(len(lines))
    for mark in (": ", "- "):
        key, found, _value = lines[place].partition(mark)
        if found:
            written = "".join(chance.choices(_HURTFUL, k=chance.choice((0, 1, 3))))
            lines[place] = (
                key + mark + chance.choice((written, f'"{written}"', f"'{written}'", f"[{written}]", f"{{quote: {written}}}"))
            )
            break
    return "\n".join(lines)


_EDITS: tuple[Callable[[random.Random, str, Sequence[str]], str], ...] = (
    _insert,
    _insert,
    _repeat,
    _character,
    _move,
    _mix,
    _words,
    _lines,
    _lines,
    _value,
    _value,
)
