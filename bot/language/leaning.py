"""How a question leans on what was said before it: “and when?”, “what about Putin”, “is that the first time?”."""

from dataclasses import dataclass

from bot.language.asking import without_addresses
from bot.language.pack import ENGLISH, LanguagePack
from bot.language.tokens import tokenise

_OWN = 3  # content words from which a question says by itself what it is about


@dataclass(frozen=True, slots=True)
class Leaning:
    """A question that may lean on what was said before it.

    Attributes:
        words: its words, without those that only lead on (“and”, “what about”).
        led: whether such words stood before.
        anchors: its words that say by themselves what it is about; none in “when was that?”, which only points back.
        asks: whether it has a word that asks; “and Putin?” has none.
        furthers: whether it asks for more of the same: “say more”, “what else”.
    """

    words: tuple[str, ...]
    led: bool
    anchors: tuple[str, ...]
    asks: bool
    furthers: bool


def leaning(text: str, pack: LanguagePack = ENGLISH) -> Leaning | None:
    """Return how a question leans; None where it stands alone, as far as its words tell.

    Args:
        text: any message.
        pack: its language; in one without word lists nothing leans.
    """
    tokens = tokenise(without_addresses(text), pack)
    said = " ".join(tokens)
    words = tuple(pack.continuing.sub("", said).split())
    if not pack.anaphors or not tokens or pack.anew.search(said):
        return None
    free = pack.stopwords | pack.anaphors | pack.interrogatives | pack.generic
    anchors = tuple(word for word in words if word not in free)
    led = len(words) < len(tokens)
    if len(anchors) >= _OWN and not (led or pack.anaphors.intersection(words)):
        return None
    asks = not pack.interrogatives.union(pack.auxiliaries).isdisjoint(words)
    return Leaning(words or tokens, led, anchors, asks, furthers=not pack.furthering.isdisjoint(words))


def content(text: str, pack: LanguagePack = ENGLISH) -> tuple[str, ...]:
    """Return the words of a question without those it asks with: “which treaty was renewed” is about treaty, was, renewed."""
    return tuple(word for word in tokenise(text, pack) if word not in pack.interrogatives and word not in pack.auxiliaries)
