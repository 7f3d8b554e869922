"""For those who run it: whether it works (`/health`), and what is counted (`/metrics`, for Prometheus)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import accumulate

from aiohttp import web
from prometheus_client import CollectorRegistry, ProcessCollector
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.registry import Collector

from bot.desk import Desk
from bot.metrics import BUCKETS, Gateway, Tally
from bot.web.site import site_of


async def show_health(request: web.Request) -> web.StreamResponse:
    """Answer whether questions can be answered, and whether Discord is connected where it is used."""
    site = site_of(request)
    seat = site.desk.seat()
    gateway = site.gateway
    connected = gateway is None or gateway.is_ready()
    said = {
        "status": "ok" if connected else "disconnected",
        "documents": len(seat.library.documents),
        "passages": seat.passages,
        "edition": seat.edition,
        "gateway": None if gateway is None else ("connected" if connected else "disconnected"),
    }
    return web.json_response(said, status=200 if connected else 503, headers={"Cache-Control": "no-store"})


async def show_metrics(request: web.Request) -> web.StreamResponse:
    """Answer with what is counted, in Prometheus' text format."""
    site = site_of(request)
    registry = CollectorRegistry()
    registry.register(_Counts(site.desk, site.gateway))
    ProcessCollector(registry=registry)
    return web.Response(body=generate_latest(registry), headers={"Content-Type": CONTENT_TYPE_LATEST})


class _Counts(Collector):
    """The tally of a desk, its documents and the gateway, as metrics."""

    def __init__(self, desk: Desk, gateway: Gateway | None) -> None:
        self._desk = desk
        self._gateway = gateway

    def collect(self) -> Iterator[Metric]:
        yield from _of_questions(self._desk.tally)
        seat = self._desk.seat()
        yield GaugeMetricFamily("fuentes_documents", "Documents that are answered from.", len(seat.library.documents))
        yield GaugeMetricFamily("fuentes_index_passages", "Passages that can be found.", seat.passages)
        yield GaugeMetricFamily("fuentes_index_loaded_seconds", "When they were loaded, since 1970.", seat.loaded)
        if self._gateway is not None:
            yield from _of_gateway(self._gateway)


def _of_questions(tally: Tally) -> Iterator[Metric]:
    labels = ("command", "outcome", "language")
    questions = CounterMetricFamily("fuentes_questions", "Questions answered or refused.", labels=labels)
    for key, count in sorted(tally.questions.items()):
        questions.add_metric(key, count)
    yield questions
    wrong = CounterMetricFamily("fuentes_called_wrong", "Answers that somebody called wrong.", labels=("outcome",))
    for outcome, count in sorted(tally.wrong.items()):
        wrong.add_metric((outcome,), count)
    yield wrong
    yield CounterMetricFamily("fuentes_busy", "Questions sent away because too many waited.", tally.busy)
    about = "From question to answer, waiting included."
    durations = HistogramMetricFamily("fuentes_answer_seconds", about, labels=("command",))
    bounds = (*(str(bound) for bound in BUCKETS), "+Inf")
    for command, held in sorted(tally.durations.items()):
        buckets = list(zip(bounds, accumulate(held.buckets), strict=True))
        durations.add_metric((command,), buckets, held.seconds)
    yield durations


def _of_gateway(gateway: Gateway) -> Iterator[Metric]:
    yield GaugeMetricFamily("fuentes_gateway_connected", "1 while Discord is connected.", float(gateway.is_ready()))
    if math.isfinite(gateway.latency):
        yield GaugeMetricFamily("fuentes_gateway_latency_seconds", "A heartbeat and its answer.", gateway.latency)
    yield GaugeMetricFamily("fuentes_gateway_shards", "Shards of all processes together.", gateway.shard_count or 0)
