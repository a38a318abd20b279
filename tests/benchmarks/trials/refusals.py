"""Replies that Discord does not take: for a while (500, 429), or for good (403)."""

import time

from tests.benchmarks.trials.scene import Outcome, Setting, at_work
from tests.loopback.records import Failure

_PAUSE = 0.1  # seconds, in which what came too fast is sent again
_RESPONSES, _REPLIES = "/interactions", "/channels"


def server_errors(setting: Setting) -> Outcome:
    """Let responses and replies fail; each is tried again, and arrives."""
    return _failing(setting, 500)


def rate_limits(setting: Setting) -> Outcome:
    """Let responses and replies come too fast; each is sent again when Discord says."""
    return _failing(setting, 429)


def forbidden(setting: Setting) -> Outcome:
    """Refuse responses and replies for good: nothing can be done but to tell the log."""
    return _failing(setting, 403, refused=2 * setting.times)


def _failing(setting: Setting, status: int, refused: int = 0) -> Outcome:
    with at_work(setting) as scene:
        for _ in range(setting.times):
            for path in (_RESPONSES, _REPLIES):
                failure = Failure("POST", path, status)
                scene.discord.rest.failing.append(failure)
                scene.discord.wait_until(lambda failure=failure: not failure.times)  # type: ignore[misc]
                time.sleep(_PAUSE)
        return scene.outcome(events=2 * setting.times, refused=refused)
