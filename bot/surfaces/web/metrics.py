"""The numbers that an operator watches, in a registry of their own."""

import logging
from collections.abc import Callable, Iterator, Mapping

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.registry import Collector

from bot.journal import Numbers

_SECONDS = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 3.0)
"""Upper bounds of the latencies counted together; after three seconds Discord no longer takes a reply."""


class Metrics:
    """What is counted while the bot runs.

    Attributes:
        registry: holds all of them; others may register their own.
        under_way: replies begun and not yet sent.
        work: seconds until a reply is worked out, the wait for its turn included.
        cooldowns: questions refused because they came too fast.
        lost: what could not be said or kept, by what it was.
        connections: what happened to the connection to Discord.
        refused: knowledge that was to be loaded anew and could not be used.
    """

    def __init__(self) -> None:
        own = self.registry = CollectorRegistry()
        ProcessCollector(registry=own)
        self._questions = Counter("onrecord_questions", "Questions by outcome.", ["surface", "outcome"], registry=own)
        self._seconds = Histogram(
            "onrecord_question_seconds", "From a question to its reply.", ["surface"], buckets=_SECONDS, registry=own
        )
        self.under_way = Gauge("onrecord_replies_under_way", "Replies begun and not yet sent.", registry=own)
        self.work = Histogram("onrecord_work_seconds", "Until a reply is worked out.", buckets=_SECONDS, registry=own)
        self.cooldowns = Counter("onrecord_cooldown_refusals", "Questions that came too fast.", registry=own)
        self.lost = Counter("onrecord_lost", "What could not be said or kept.", ["what"], registry=own)
        self.connections = Counter("onrecord_gateway_events", "What happened to the connection.", ["event"], registry=own)
        self.refused = Counter("onrecord_reloads_refused", "Knowledge loaded anew that cannot be used.", registry=own)
        self._errors = Counter("onrecord_log_errors", "Lines of the log that tell of an error.", registry=own)
        self._knowledge = Gauge("onrecord_knowledge_info", "The knowledge served.", ["article", "sha256"], registry=own)

    def observe(self, surface: str, outcome: str, seconds: float) -> None:
        """Count a question with the surface it was asked on, the outcome of its reply, and how long that took."""
        self._questions.labels(surface, outcome).inc()
        self._seconds.labels(surface).observe(seconds)

    def serves(self, digests: Mapping[str, str]) -> None:
        """Name the knowledge that is served from now on: each article with the SHA-256 of its knowledge file."""
        self._knowledge.clear()
        for article, digest in digests.items():
            self._knowledge.labels(article, digest).set(1)

    def watch_journal(self, numbers: Callable[[], Numbers]) -> None:
        """Tell from now on how many rows of the journal wait, are stored, and are lost."""
        self.registry.register(_JournalRows(numbers))

    def count_errors(self) -> None:
        """Count from now on the lines of the log that tell of an error."""
        logging.getLogger().addHandler(_ErrorCount(self._errors))

    async def answer(self, _: web.Request) -> web.Response:
        """Answer with all numbers, as Prometheus reads them."""
        return web.Response(body=generate_latest(self.registry), headers={"Content-Type": CONTENT_TYPE_LATEST})


class _JournalRows(Collector):
    def __init__(self, numbers: Callable[[], Numbers]) -> None:
        self._numbers = numbers

    def collect(self) -> Iterator[GaugeMetricFamily | CounterMetricFamily]:
        numbers = self._numbers()
        yield GaugeMetricFamily("onrecord_journal_queued", "Rows of the journal that wait to be stored.", numbers.queued)
        rows = CounterMetricFamily("onrecord_journal_rows", "Rows of the journal by what became of them.", labels=["fate"])
        rows.add_metric(["kept"], numbers.kept)
        rows.add_metric(["lost"], numbers.lost)
        yield rows


class _ErrorCount(logging.Handler):
    def __init__(self, errors: Counter) -> None:
        super().__init__(logging.ERROR)
        self._errors = errors

    def emit(self, _: logging.LogRecord) -> None:
        self._errors.inc()
