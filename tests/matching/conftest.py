"""Fixtures: the encoder, loaded once."""

from pathlib import Path

import pytest

from bot.matching import Encoder, load_encoder


@pytest.fixture(scope="session")
def encoder(cache: Path) -> Encoder:
    loaded = load_encoder("use", cache)
    assert loaded is not None
    return loaded
