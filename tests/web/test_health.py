"""For operators: whether it works, and what is counted."""

from __future__ import annotations

import math
from dataclasses import dataclass

from aiohttp.test_utils import TestClient, TestServer
from prometheus_client.parser import text_string_to_metric_families

from bot.web.application import make_application
from tests.web.browsing import Visitor
from tests.web.conftest import SETTINGS, Visit


@dataclass
class FakeGateway:
    latency: float = math.nan
    shard_count: int | None = None
    ready: bool = False

    def is_ready(self) -> bool:
        return self.ready


async def _measured(site: Visitor) -> dict[tuple[str, tuple[str, ...]], float]:
    page = await site.get("/metrics")
    assert page.headers["Content-Type"].startswith("text/plain")
    return {
        (sample.name, tuple(value for _, value in sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(page.text)
        for sample in family.samples
    }


async def test_health_says_what_is_loaded(visit: Visit) -> None:
    status, content = await (await visit()).json("/health")
    assert (status, content["status"], content["documents"], content["gateway"]) == (200, "ok", 3, None)
    assert content["passages"] > 40


async def test_questions_are_counted_by_command_outcome_and_language(visit: Visit) -> None:
    site = await visit()
    await site.get("/reply?q=/whois+LTS&lang=es")
    await site.json("/api/ask?argument=When+was+the+LTS+founded%3F")
    await site.json("/api/elections?argument=soon&lang=en")
    measured = await _measured(site)
    counted = {labels: value for (name, labels), value in measured.items() if name == "fuentes_questions_total"}
    assert counted == {
        ("whois", "es", "answered"): 1,
        ("ask", "en", "answered"): 1,
        ("elections", "en", "refused"): 1,
    }
    assert measured["fuentes_answer_seconds_count", ("ask",)] == 1
    assert measured["fuentes_answer_seconds_bucket", ("ask", "+Inf")] == 1
    assert measured["fuentes_answer_seconds_sum", ("ask",)] > 0
    assert measured["fuentes_documents", ()] == 3
    assert measured["fuentes_index_loaded_seconds", ()] > 1_700_000_000
    assert "LTS" not in (await site.get("/metrics")).text


async def test_the_gateway_is_watched_where_there_is_one(visit: Visit) -> None:
    alone = await visit()
    gateway = FakeGateway()
    client = TestClient(TestServer(make_application(alone.desk, SETTINGS, gateway)))
    await client.start_server()
    try:
        site = Visitor(client, alone.desk)
        assert (await site.json("/health"))[0] == 503
        before = await _measured(site)
        assert before["fuentes_gateway_connected", ()] == 0
        assert ("fuentes_gateway_latency_seconds", ()) not in before
        gateway.ready, gateway.latency, gateway.shard_count = True, 0.05, 2
        assert (await site.json("/health"))[1]["gateway"] == "connected"
        after = await _measured(site)
        assert after["fuentes_gateway_connected", ()] == 1
        assert after["fuentes_gateway_latency_seconds", ()] == 0.05
        assert after["fuentes_gateway_shards", ()] == 2
    finally:
        await client.close()
