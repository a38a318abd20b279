"""Writes files whole: no one ever reads half of one, and a place that cannot be written to is done without."""

import logging
import os
import tempfile
from pathlib import Path

log = logging.getLogger(__name__)


def write_whole(path: Path, content: bytes | memoryview) -> bool:
    """Write a file beside its place and move it there; return whether it could be kept."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(beside).replace(path)
        finally:
            Path(beside).unlink(missing_ok=True)
    except OSError as error:
        log.info("%s is not kept: %s", path.name, error)
        return False
    return True
