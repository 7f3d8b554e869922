"""The API: the design's JSON, as its own description says, and a sentence for what cannot be answered."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import jsonschema
import pytest
from openapi_spec_validator import validate

from bot.requests import Command
from bot.web.application import make_application
from bot.web.openapi import describe
from knowledge.models import Answer, Found
from tests.web.browsing import Visitor
from tests.web.conftest import SETTINGS, Visit, library

DESCRIPTION = describe(None)


def _fits(content: Any, model: str) -> None:
    schema = {"$ref": f"#/components/schemas/{model}", "components": DESCRIPTION["components"]}
    jsonschema.Draft202012Validator(schema).validate(content)


async def _ask(site: Visitor, command: str, argument: str = "", rest: str = "") -> tuple[int, Any]:
    return await site.json(f"/api/{command}?argument={quote(argument)}{rest}")


@pytest.mark.parametrize(
    ("command", "argument"),
    [
        ("ask", "When was the LTS founded?"),
        ("ask", "Who is the general secretary of the MTS?"),
        ("whois", "MTS"),
        ("elections", "2016"),
        ("elections", ""),
        ("timeline", "MTS"),
        ("timeline", ""),
        ("map", "POS"),
        ("verify", "they got 11,000 votes, 6% of independent voters"),
    ],
)
async def test_an_answer_is_that_of_the_assistant(visit: Visit, command: str, argument: str) -> None:
    status, content = await _ask(await visit(), command, argument, "&lang=en")
    assert status == 200
    _fits(content, "Answer")
    links = [citation.pop("link") for citation in content["citations"]]
    assert all(each.startswith("/d/") for each in links)
    answer = Answer.model_validate(content)
    library().check(answer)
    if command == "ask":
        assert answer == library().ask(argument, language="en")


async def test_links_are_whole_addresses_where_people_reach_the_site(visit: Visit) -> None:
    site = await visit(public_url="https://club.example")
    _, content = await _ask(site, "whois", "LTS")
    assert content["citations"][0]["link"].startswith("https://club.example/d/socialist-workers-movement?p=")


async def test_a_follow_up_sends_the_topic_back(visit: Visit) -> None:
    site = await visit()
    topic = '{"entities": ["mts"], "years": [2015], "attribute": "newspaper"}'
    _, content = await _ask(site, "ask", "¿y su ala juvenil?", f"&topic={quote(topic)}")
    assert content["lead"] == "Ala juvenil, 2015: Agrupación Juvenil Anticapitalista (2014–)"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/api/ask?lang=en", "There is no question."),
        ("/api/ask?argument=%20&lang=en", "There is no question."),
        ("/api/whois?lang=en", "whois wants a name"),
        ("/api/elections?argument=soon&lang=en", "elections wants a year, like 2016."),
        (f"/api/verify?argument={'x' * 3000}&lang=en", "at most 2,000 characters"),
        ("/api/ask?argument=x&topic=%7B&lang=en", "The topic cannot be read"),
        ("/api/ask?argument=x&lang=fr", "lang=en, lang=es"),
        ("/api/search?lang=en", "give q"),
        ("/api/search?q=x&limit=0&lang=en", "limit is a whole number from 1 to 50."),
        ("/api/search?q=x&limit=many&lang=en", "limit is a whole number"),
    ],
)
async def test_what_cannot_be_answered_is_400_with_a_sentence(visit: Visit, path: str, said: str) -> None:
    status, content = await (await visit()).json(path)
    _fits(content, "Failure")
    assert (status, content["error"]["status"], said in content["error"]["message"]) == (400, 400, True)


async def test_the_sentence_follows_the_person(visit: Visit) -> None:
    _, content = await (await visit()).json("/api/elections?argument=soon", Accept_Language="es")
    assert content["error"]["message"].startswith("elections pide un año")


@pytest.mark.parametrize(
    ("path", "status"), [("/api/dance?argument=x", 404), ("/api/", 404), ("/api/passages/0000000000", 404)]
)
async def test_what_is_not_there_is_404_in_json(visit: Visit, path: str, status: int) -> None:
    found, content = await (await visit()).json(path)
    _fits(content, "Failure")
    assert found == status


async def test_another_method_is_405_and_says_which_are_allowed(visit: Visit) -> None:
    site = await visit()
    async with site.client.post("/api/ask?argument=x") as response:
        assert (response.status, response.headers["Allow"]) == (405, "GET,HEAD")


async def test_who_asks_too_often_is_told_in_json(visit: Visit) -> None:
    site = await visit(web_rate=1)
    await _ask(site, "whois", "LTS")
    async with site.client.get("/api/whois?argument=LTS") as response:
        assert response.status == 429
        assert int(response.headers["Retry-After"]) in range(1, 61)
        _fits(await response.json(), "Failure")


async def test_a_search_ranks_passages_and_says_why(visit: Visit) -> None:
    site = await visit()
    status, content = await site.json("/api/search?q=which%20newspaper%20does%20the%20MTS%20have&limit=5")
    assert status == 200
    _fits(content, "SearchResult")
    found = [Found.model_validate(each) for each in content["found"]]
    assert [each.rank for each in found] == [1, 2, 3, 4, 5]
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    field = next(each for each in found if each.citation.label == "Newspaper")
    terms = {term.word: [where.value for where in term.fields] for term in field.terms}
    assert terms["newspaper"] == ["text"]
    assert {fact.label for fact in field.facts} == {"Newspaper"}
    assert any(each.asks for each in found)


async def test_a_passage_comes_with_its_neighbours(visit: Visit) -> None:
    site = await visit()
    _, found = await site.json("/api/search?q=LTS&limit=1")
    passage = found["found"][0]["citation"]["passage"]
    status, content = await site.json(f"/api/passages/{passage}")
    assert status == 200
    _fits(content, "PassageShown")
    _, after = await site.json(f"/api/passages/{content['after']}")
    assert after["before"] == passage


async def test_the_description_is_valid_and_names_every_path(visit: Visit) -> None:
    site = await visit()
    _, described = await site.json("/api/openapi.json")
    validate(described)
    application = make_application(site.desk, SETTINGS)
    served = {
        route.resource.canonical for route in application.router.routes() if route.resource and route.method == "GET"
    }
    commands = {f"/api/{command}" for command in Command}
    assert set(described["paths"]) - commands == {
        path for path in served if path.startswith("/api/") and path not in {"/api/openapi.json", "/api/{command}"}
    }
    assert commands <= set(described["paths"])


async def test_where_no_questions_are_answered_the_api_is_off_too(visit: Visit) -> None:
    site = await visit(playground=False)
    for path in ("/api/ask?argument=x", "/api/search?q=x", "/search?q=x"):
        assert (await site.get(path)).status == 404
