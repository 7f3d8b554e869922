"""What discord.py sends is as Discord describes it, and what is not is noticed."""

from __future__ import annotations

import pytest

from tests.loopback.description import PUBLISHED, Description
from tests.loopback.journal import Call

pytest.importorskip("jsonschema", reason="jsonschema judges bodies")

if not PUBLISHED.exists():
    pytest.skip("Discord's API description is not beside the project", allow_module_level=True)

MESSAGES = "/channels/1/messages"
CALLBACK = "/interactions/1/token/callback"


@pytest.fixture(scope="module")
def description() -> Description:
    return Description()


@pytest.mark.parametrize(
    "call",
    [
        Call("POST", MESSAGES, {"content": "hi", "allowed_mentions": {"parse": []}}),
        Call("POST", CALLBACK, {"type": 4, "data": {"content": "hi", "flags": 64}}),
        Call("PATCH", "/webhooks/1/token/messages/@original", {"content": "hi"}),
        Call("PUT", "/applications/1/commands", [{"name": "ask", "description": "Ask", "type": 1}]),
    ],
)
def test_a_body_as_described_has_no_faults(description: Description, call: Call) -> None:
    assert description.faults([call]) == []


@pytest.mark.parametrize(
    "call",
    [
        Call("POST", MESSAGES, {"content": "x" * 4001}),
        Call("POST", MESSAGES, {"embeds": [{"title": "x" * 257}]}),
        Call("POST", CALLBACK, {"type": 4, "data": {"content": 7}}),
        Call("PUT", "/applications/1/commands", [{"name": "x" * 33, "description": "Ask", "type": 1}]),
        Call("POST", "/channels/1/poems", {"content": "hi"}),
    ],
)
def test_a_body_that_differs_is_named(description: Description, call: Call) -> None:
    (fault,) = description.faults([call])
    assert fault.startswith(call.line)
