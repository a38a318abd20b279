"""What the objects of this process hold."""

import gc
from collections.abc import Iterator


def texts_in_memory() -> Iterator[str]:
    """Yield every text, and every run of bytes as Latin-1, that anything refers to.

    What holds only texts is no object of the collector's own, so that all that is referred to is followed.
    """
    gc.collect()
    waiting = gc.get_objects()
    seen = {id(found) for found in waiting}
    while waiting:
        for found in gc.get_referents(waiting.pop()):
            if isinstance(found, str):
                yield found
            elif isinstance(found, bytes):
                yield found.decode("latin-1")
            elif id(found) not in seen:
                seen.add(id(found))
                waiting.append(found)
