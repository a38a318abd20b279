"""The knowledge file, replaced by rubbish while it is served, and mended."""

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from tests.benchmarks.load.requests import message_with_buttons
from tests.benchmarks.trials.scene import Outcome, Setting, at_work
from tests.loopback.process import REPO

_RUBBISH = (b"", b"entries: [", b"\xff\xfe\x00rubbish", b"schema: 1\nentries: 7\n")
_PATIENCE = 60.0  # seconds until the knowledge is loaded, by a process that gives way to all others on its core


def rubbish(setting: Setting) -> Outcome:
    """Write rubbish over the knowledge, and mend it, again and again: the old one serves on, and the mended one after it."""
    with tempfile.TemporaryDirectory() as folder:
        served = Path(shutil.copytree(REPO / "knowledge", Path(folder) / "knowledge"))
        [path] = served.glob("*.yaml")
        good, told = path.read_bytes(), 0
        with at_work(setting, {"KNOWLEDGE": str(served)}) as scene:
            replies = {message_with_buttons(scene.discord, setting.asked[0]).text}
            for content in _RUBBISH:
                seen = len(scene.process.log)
                path.write_bytes(content)
                scene.process.wait_for_log("WARNING", seen, _PATIENCE)
                told += scene.process.log[seen:].count(" Refused: ")
                replies.add(message_with_buttons(scene.discord, setting.asked[0]).text)
                seen = len(scene.process.log)
                path.write_bytes(good)
                scene.process.wait_for_log("Serving ", seen, _PATIENCE)
            outcome = scene.outcome(events=len(_RUBBISH) + told)
    changed = ["a question was answered otherwise while the file was rubbish"] if len(replies) > 1 else []
    return replace(outcome, faults=[*outcome.faults, *changed])
