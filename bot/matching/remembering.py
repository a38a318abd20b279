"""What was worked out of a text, remembered for a while: of what people type nothing is kept longer."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

_T = TypeVar("_T")
_REMEMBERED: ContextVar[dict[Hashable, Any] | None] = ContextVar("remembered", default=None)


@contextmanager
def remembered_meanings() -> Iterator[None]:
    """Work nothing out twice while the block runs, in this thread; with the end of the outermost one all is forgotten."""
    if _REMEMBERED.get() is not None:
        yield
        return
    token = _REMEMBERED.set({})
    try:
        yield
    finally:
        _REMEMBERED.reset(token)


def remembered(key: Hashable, work: Callable[[], _T]) -> _T:
    """Return what some work gives, from memory where it was done in the same block of `remembered_meanings`.

    Args:
        key: what tells this work from any other: what does it, and the text.
        work: does it; always gives the same.
    """
    known = _REMEMBERED.get()
    if known is None:
        return work()
    if key not in known:
        known[key] = work()
    found: _T = known[key]
    return found
