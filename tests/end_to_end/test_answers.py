"""What people ask in Discord is answered there, in the documents' words and the server's language."""

from __future__ import annotations

import pytest

from tests.end_to_end.reading import plain, read
from tests.loopback.description import PUBLISHED, Description
from tests.loopback.objects import Person
from tests.loopback.service import LoopbackDiscord

pytestmark = [pytest.mark.slow, pytest.mark.asyncio(loop_scope="module")]

RENAMED = "In May 2014, the INE granted them legality and the LTS renamed itself as MTS."
FOUNDED = (
    "Its origins date back to 1988 when a section of the Worker Socialist Party"
    " (POS, then called Zapatist Workers Party) was expelled in January of that year."
)
ABOUT_2016 = "about 11 thousand votes (6% of the people voting for independent in the electoral roll)"


async def test_whois_lts(english: LoopbackDiscord) -> None:
    reply = await english.slash("whois", name="LTS")
    assert plain(reply.content).startswith("LTS: League of Workers for Socialism")
    assert RENAMED in plain(reply.content)
    assert not reply.ephemeral
    assert 1 <= len(reply.embed["fields"]) <= 10


async def test_whois_lts_en_espanol(spanish: LoopbackDiscord) -> None:
    reply = await spanish.slash("whois", name="LTS", locale="es-ES")
    assert RENAMED in plain(reply.content)
    assert "en inglés" in read(reply)
    assert {"👎 Errónea", "🗑 Quitar"} & reply.buttons.keys() or "Errónea" in reply.buttons


async def test_elections_2016(english: LoopbackDiscord) -> None:
    reply = await english.slash("elections", year=2016)
    assert plain(reply.content).startswith("2016: 10,720 votes, 0.51%")
    assert ABOUT_2016 in plain(reply.content)
    assert "Formula 5 – Anticapitalists to the Constituent Assembly" in read(reply)


async def test_elections_2016_en_espanol(spanish: LoopbackDiscord) -> None:
    reply = await spanish.slash("elections", year=2016, locale="es-419")
    assert plain(reply.content).startswith("2016: 10,720 votos, 0.51 %")
    assert ABOUT_2016 in plain(reply.content)


async def test_a_question_by_mention(english: LoopbackDiscord) -> None:
    reply = await english.message("@Fuentes When was the LTS founded?")
    assert FOUNDED in plain(reply.content)
    assert reply.message["message_reference"]["message_id"] == reply.cause["id"]
    assert reply.message["embeds"] == []


async def test_una_pregunta_y_lo_que_sigue(spanish: LoopbackDiscord) -> None:
    asked = await spanish.message("@Fuentes ¿Qué periódico tenía el MTS en 2015?")
    assert "Tribuna Socialista (2014–2015)" in plain(asked.content)
    assert "La Izquierda Diario" in plain(asked.content)
    followed = await spanish.message("¿y su ala juvenil?", reply_to=asked.message)
    assert "Agrupación Juvenil Anticapitalista (2014–)" in plain(followed.content)
    assert "Leído como" in plain(followed.content)


async def test_a_follow_up_of_the_same_person_needs_no_reply(english: LoopbackDiscord) -> None:
    person = Person("Luis")
    await english.message("@Fuentes elections 2016", user=person)
    followed = await english.message("@Fuentes and who ran in 2018?", user=person)
    assert "Juana Mirna Sulem Estrada Saldaña" in plain(followed.content)
    assert "Read as" in plain(followed.content)


async def test_a_command_sent_as_text_is_that_command(english: LoopbackDiscord) -> None:
    chat = english.world.direct_channel(english.ana)
    typed = await english.message("/whois LTS", channel=chat)
    assert RENAMED in plain(typed.content)


async def test_a_private_answer_follows_the_person(english: LoopbackDiscord) -> None:
    chat = english.world.direct_channel(english.ana)
    reply = await english.slash("elections", year=2016, channel=chat, locale="es-ES")
    assert plain(reply.content).startswith("2016: 10,720 votos, 0.51 %")


async def test_a_person_who_installed_the_bot_asks_where_it_is_no_member(english: LoopbackDiscord) -> None:
    reply = await english.slash_elsewhere("whois", name="LTS")
    assert RENAMED in plain(reply.content)


async def test_a_private_question_is_seen_by_one_person(english: LoopbackDiscord) -> None:
    reply = await english.slash("ask", question="When was the LTS founded?", private=True)
    assert FOUNDED in plain(reply.content)
    assert reply.ephemeral


async def test_names_and_years_are_completed(english: LoopbackDiscord) -> None:
    names = (await english.autocomplete("whois", name="sulem")).choices
    years = (await english.autocomplete("elections", year="201")).choices
    assert any("Sulem Estrada" in choice["name"] for choice in names)
    assert {choice["value"] for choice in years} == {2016, 2018}


async def test_an_edited_question_updates_the_answer(english: LoopbackDiscord) -> None:
    reply = await english.message("@Fuentes elections 2016")
    await english.edit(reply, "@Fuentes elections 2018")
    await english.happenings.until(lambda: "2,863" in reply.content)
    assert plain(reply.content).startswith("2018: 2,863 votes, 1.85%")


async def test_a_deleted_question_takes_its_answer_along(english: LoopbackDiscord) -> None:
    reply = await english.message("@Fuentes elections 2016")
    await english.delete(reply)
    await english.happenings.until(lambda: reply.deleted == 1)
    assert reply.messages == []


async def test_a_reply_that_arrives_empty_is_told_how_to_ask(english: LoopbackDiscord) -> None:
    slash = await english.slash("whois", name="LTS")
    reply = await english.message("and the MTS?", reply_to=slash.message)
    assert f"<@{english.world.application_id}>" in reply.content or "mention me" in plain(reply.content)


async def test_find_sources_on_a_members_message(english: LoopbackDiscord) -> None:
    written = await english.say("didn't they get like 6% in 2016? thats huge")
    reply = await english.use_on("Find sources", written.cause)
    assert "6% of the people voting for independent in the electoral roll" in plain(reply.content)
    assert reply.ephemeral
    assert written.messages == []


async def test_what_is_not_there_is_said(english: LoopbackDiscord) -> None:
    reply = await english.slash("whois", name="Rosa Luxemburg")
    assert "Rosa Luxemburg" in plain(reply.content)
    assert reply.buttons


async def test_nobody_is_pinged(english: LoopbackDiscord) -> None:
    await english.message("@Fuentes who is @everyone <@&1>")
    bodies = [call.body for call in english.journal.matching(r"^(POST|PATCH) .*/(messages|callback)")]
    shown = [body.get("data", body) for body in bodies]
    written = [body for body in shown if "content" in body]
    assert written
    assert all(body["allowed_mentions"]["parse"] == [] for body in written)


async def test_every_route_is_known(english: LoopbackDiscord, spanish: LoopbackDiscord) -> None:
    assert english.rest.unknown == spanish.rest.unknown == []


@pytest.mark.skipif(not PUBLISHED.exists(), reason="Discord's API description is not beside the project")
async def test_every_body_is_as_discord_describes_it(english: LoopbackDiscord, spanish: LoopbackDiscord) -> None:
    pytest.importorskip("jsonschema", reason="jsonschema judges bodies")
    calls = [*english.journal.calls, *spanish.journal.calls]
    assert len(calls) > 10
    assert Description().faults(calls) == []
