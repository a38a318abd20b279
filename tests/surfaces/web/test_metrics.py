"""What is counted, as Prometheus reads it."""

import logging

import pytest

from bot.surfaces.web import Metrics


def value(metrics: Metrics, name: str, **labels: str) -> float | None:
    return metrics.registry.get_sample_value(name, labels)


def test_questions_are_counted_by_surface_and_outcome_with_their_latency() -> None:
    metrics = Metrics()
    metrics.observe("discord", "answer", 0.004)
    metrics.observe("discord", "not_said", 0.4)
    assert value(metrics, "onrecord_questions_total", surface="discord", outcome="answer") == 1
    assert value(metrics, "onrecord_question_seconds_count", surface="discord") == 2
    assert value(metrics, "onrecord_question_seconds_bucket", surface="discord", le="0.005") == 1


def test_only_the_knowledge_that_is_served_is_named() -> None:
    metrics = Metrics()
    metrics.serves({"ferry": "aa", "harbour": "bb"})
    metrics.serves({"ferry": "cc"})
    assert value(metrics, "onrecord_knowledge_info", article="ferry", sha256="cc") == 1
    assert value(metrics, "onrecord_knowledge_info", article="ferry", sha256="aa") is None
    assert value(metrics, "onrecord_knowledge_info", article="harbour", sha256="bb") is None


def test_two_sets_of_metrics_share_nothing() -> None:
    one, other = Metrics(), Metrics()
    one.cooldowns.inc()
    assert value(other, "onrecord_cooldown_refusals_total") == 0


@pytest.mark.parametrize(
    ("level", "counted"), [(logging.INFO, 0), (logging.WARNING, 0), (logging.ERROR, 1), (logging.CRITICAL, 1)]
)
def test_lines_of_errors_are_counted(level: int, counted: int) -> None:
    metrics, root = Metrics(), logging.getLogger()
    before = list(root.handlers)
    metrics.count_errors()
    [added] = [handler for handler in root.handlers if handler not in before]
    try:
        logging.getLogger("bot").log(level, "something happened")
    finally:
        root.removeHandler(added)
    assert value(metrics, "onrecord_log_errors_total") == counted
