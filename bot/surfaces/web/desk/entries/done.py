"""The last change to a knowledge file, so that it can be told and undone."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Done:
    """A change that was made.

    Attributes:
        told: what it did, in a sentence.
        before: the file's text before it.
        digest: the digest of the file after it; as long as that is the file's, the change can be undone.
        back: what is at hand after it was undone, as a query.
    """

    told: str
    before: str
    digest: str
    back: Mapping[str, str]
