"""Free text: who is answered, who is not, and what becomes of an answer when its question changes."""

from __future__ import annotations

import discord
import pytest

from bot.storage import Silence
from tests.discord_app.conftest import Stage, staged

MARCH = "how many ppl marched w amlo"


async def _listen(stage: Stage) -> None:
    await stage.client.records.change_channel(stage.guild.id, stage.channel.id, listens=True)


def _ours(stage: Stage) -> list[discord.Message]:
    assert stage.client.user is not None
    return [each for each in stage.channel.history() if each.author.id == stage.client.user.id]


async def test_a_mention_is_answered_in_a_reply_that_pings_nobody(stage: Stage) -> None:
    asked = await stage.member.send(stage.channel, f"{stage.me} {MARCH}")
    [answer] = _ours(stage)
    assert "**1.2 million people**" in answer.content
    assert answer.reference is not None
    assert (answer.reference.message_id, answer.mentions) == (asked.id, [])


async def test_a_message_without_a_mention_is_left_alone(stage: Stage) -> None:
    await stage.member.send(stage.channel, MARCH)
    assert _ours(stage) == []


async def test_a_direct_message_is_answered(stage: Stage) -> None:
    user = stage.env.create_user("dora")
    stage.guild.add_member(user)
    await user.send_dm(MARCH)
    last = user.dm_channel.last_message
    assert last is not None
    assert "1.2 million people" in last.content


async def test_a_chosen_channel_answers_without_a_mention(stage: Stage) -> None:
    await _listen(stage)
    await stage.member.send(stage.channel, MARCH)
    assert len(_ours(stage)) == 1


@pytest.mark.parametrize(
    "chatter", ["gm all, exam on trotsky tmrw, wish me luck 😭", "thanks!!", "ok", "the LTS is cool", "😂😂"]
)
async def test_a_chosen_channel_stays_silent_on_chatter(stage: Stage, chatter: str) -> None:
    await _listen(stage)
    message = await stage.member.send(stage.channel, chatter)
    assert _ours(stage) == []
    assert (await _seen(stage, message)).reactions == []


@pytest.mark.parametrize(
    ("silence", "reactions", "answers"),
    [(Silence.REACTION, ["🔍"], 0), (Silence.SENTENCE, [], 1), (Silence.NOTHING, [], 0)],
)
async def test_where_the_documents_do_not_say_managers_choose(
    stage: Stage, silence: Silence, reactions: list[str], answers: int
) -> None:
    await _listen(stage)
    await stage.client.records.change_server(stage.guild.id, silence=silence)
    message = await stage.member.send(stage.channel, "Who is the general secretary of the MTS?")
    assert [each.emoji for each in (await _seen(stage, message)).reactions] == reactions
    assert len(_ours(stage)) == answers


@pytest.mark.parametrize(
    ("typed", "begins"),
    [
        ("/whois LTS", "**LTS**"),
        ("elecciones 2016", "**2016: 10,720 votos"),
        ("/elections 2018", "**2018: 2,863 votes"),
    ],
)
async def test_text_that_begins_with_a_command_is_that_command(stage: Stage, typed: str, begins: str) -> None:
    await stage.member.send(stage.channel, f"{stage.me} {typed}")
    [answer] = _ours(stage)
    assert answer.content.startswith(begins)
    assert len(answer.embeds) == 1


async def test_bots_and_webhooks_are_not_heard(stage: Stage) -> None:
    other = stage.guild.add_member(stage.env.create_user("robot", bot=True))
    await other.send(stage.channel, f"{stage.me} {MARCH}")
    await stage.guild.create_webhook(stage.channel).send(f"{stage.me} {MARCH}")
    assert _ours(stage) == []


async def test_a_mention_alone_gets_a_hint_and_thanks_a_smile(stage: Stage) -> None:
    await stage.member.send(stage.channel, stage.me)
    [hint] = _ours(stage)
    assert hint.content.startswith("Ask me about the documents:")
    message = await stage.member.send(stage.channel, f"{stage.me} thanks!!")
    assert [each.emoji for each in (await _seen(stage, message)).reactions] == ["🙂"]
    assert len(_ours(stage)) == 1


@pytest.mark.parametrize(
    ("said", "begins"),
    [
        ("😂", "Ask me about the documents:"),
        ("<@77> when was the LTS founded? <:smile:12345>", "> Its origins date back to"),
        ("/settings", "/settings works only when it is picked from the list"),
        ("/nonsense", "There is no such command."),
        ("privacy", "I keep no messages and no questions."),
    ],
)
async def test_signs_and_words_for_the_bot_are_no_questions(stage: Stage, said: str, begins: str) -> None:
    await stage.member.send(stage.channel, f"{stage.me} {said}")
    [answer] = _ours(stage)
    assert answer.content.startswith(begins)


async def test_a_bot_that_is_stopping_says_so_where_it_was_asked(stage: Stage) -> None:
    await _listen(stage)
    stage.client.underway.closing = True
    await stage.member.send(stage.channel, MARCH)
    await stage.member.send(stage.channel, f"{stage.me} {MARCH}")
    [told] = _ours(stage)
    assert told.content.startswith("I am being restarted.")


async def test_an_edited_question_changes_its_answer(stage: Stage) -> None:
    message = await stage.member.send(stage.channel, f"{stage.me} {MARCH}")
    await stage.member.edit(message, f"{stage.me} elections 2016")
    [answer] = _ours(stage)
    assert answer.content.startswith("**2016: 10,720 votes")


async def test_a_deleted_question_takes_its_answer_along(stage: Stage) -> None:
    message = await stage.member.send(stage.channel, f"{stage.me} {MARCH}")
    await stage.member.delete(message)
    assert _ours(stage) == []


async def test_a_reply_to_an_answer_inherits_its_topic(stage: Stage) -> None:
    await stage.manager.send(stage.channel, f"{stage.me} ¿Qué periódico tenía el MTS en 2015?")
    [first] = _ours(stage)
    await stage.member.send(stage.channel, f"{stage.me} ¿y su ala juvenil?", reply_to=first)
    assert any("Agrupación Juvenil Anticapitalista" in each.content for each in _ours(stage))


async def test_a_pause_stops_public_answers(stage: Stage) -> None:
    await stage.client.records.change_server(stage.guild.id, paused=True)
    await stage.member.send(stage.channel, f"{stage.me} {MARCH}")
    assert _ours(stage) == []


async def test_who_is_left_out_is_read_only_when_speaking_to_the_bot(stage: Stage) -> None:
    await _listen(stage)
    await stage.client.records.leave_out(stage.member.id)
    await stage.member.send(stage.channel, MARCH)
    assert _ours(stage) == []
    await stage.member.send(stage.channel, f"{stage.me} {MARCH}")
    assert len(_ours(stage)) == 1


async def test_without_the_intent_mentions_are_answered_all_the_same() -> None:
    async with staged(message_content=False) as stage:
        await stage.member.send(stage.channel, f"{stage.me} {MARCH}")
        assert len(_ours(stage)) == 1


async def test_a_spanish_server_is_answered_in_spanish_where_nothing_tells_otherwise() -> None:
    async with staged(locale="es-ES") as stage:
        await stage.member.send(stage.channel, f"{stage.me} /elections 2016")
        [answer] = _ours(stage)
        assert answer.content.startswith("**2016: 10,720 votos")


async def _seen(stage: Stage, message: discord.Message) -> discord.Message:
    return next(each for each in stage.channel.history() if each.id == message.id)
