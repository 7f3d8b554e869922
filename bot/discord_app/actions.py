"""What each button does."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import discord

from bot.discord_app import notices, pages
from bot.discord_app.answers import Manner
from bot.discord_app.buttons import Button, button
from bot.discord_app.followup import open_box
from bot.discord_app.ids import Action, read_place, read_verdict
from bot.discord_app.outgoing import Outgoing, acknowledge, persist
from bot.discord_app.panel import change_setting
from bot.discord_app.pressed import Pressed
from bot.discord_app.reading import asker_of
from bot.discord_app.sharing import share
from bot.requests import Command, Request

_OPEN = "open/"


async def show_context(pressed: Pressed) -> None:
    """Show the passage among its neighbours, to the person who pressed."""
    spot = read_place(pressed.argument)
    say = pressed.say
    await pressed.open(lambda seat: pages.open_passage(seat, spot, say))


async def turn_page(pressed: Pressed) -> None:
    """Turn to a neighbouring passage."""
    say, spot = pressed.say, read_place(pressed.argument)
    await pressed.turn_to(lambda seat: pages.open_passage(seat, spot, say))


async def copy(pressed: Pressed) -> None:
    """Give the plain quote with its reference."""
    spot = read_place(pressed.argument)
    say = pressed.say
    await pressed.open(lambda seat: pages.copy_passage(seat, spot, say))


async def read_whole(pressed: Pressed) -> None:
    """Give the document as a file, or open it at its first passage."""
    say, argument = pressed.say, pressed.argument
    key = argument.removeprefix(_OPEN)
    find = pages.open_document if argument.startswith(_OPEN) else pages.whole_document
    await pressed.open(lambda seat: find(seat, key, say))


async def show_sources(pressed: Pressed) -> None:
    """Quote what the card names; a press on the list itself turns its page."""

    async def make() -> Outgoing:
        found = await pressed.client.answers.sources(pressed.argument, pressed.asker)
        return found or await pressed.tell_gone(_ask_again(pressed))

    await _list(pressed, make)


def _ask_again(pressed: Pressed) -> Button | None:
    """Offer the card anew, whose command and argument the button holds."""
    place, _, asked = (*pressed.argument.split("/", 2), "", "")[:3]
    action = {"w": Action.WHOIS, "e": Action.ELECTIONS, "t": Action.TIMELINE}.get(place[:1])
    if action is None:
        return None
    label = pressed.say("button-again", question=f"/{action} {asked}".strip())
    return button(label, action, asked)


async def show_more(pressed: Pressed) -> None:
    """Quote whole passages of an answer that was too long for one message."""
    passages, _, page = pressed.argument.partition("/")
    say = pressed.say

    async def make() -> Outgoing:
        quotes = await pressed.client.desk.work(
            lambda seat: pages.quote_passages(seat, passages.split("."), say), pressed.interaction.guild_id
        )
        if quotes is None:
            return await pressed.tell_gone()
        number = int(page) if page.isdecimal() else 0
        return pressed.client.answers.list_quotes(quotes, say.language, passages, number)

    await _list(pressed, make)


async def ask_whois(pressed: Pressed) -> None:
    """Answer with the card of a name."""
    await pressed.answer(Request(Command.WHOIS, pressed.argument))


async def ask_elections(pressed: Pressed) -> None:
    """Answer with the elections of a year, or of all."""
    await pressed.answer(Request(Command.ELECTIONS, pressed.argument))


async def ask_timeline(pressed: Pressed) -> None:
    """Answer with the time line of a name."""
    await pressed.answer(Request(Command.TIMELINE, pressed.argument))


async def ask_map(pressed: Pressed) -> None:
    """Answer with the map of a name."""
    await pressed.answer(Request(Command.MAP, pressed.argument))


async def show_picture(pressed: Pressed) -> None:
    """Send the picture of the answer clicked."""
    private = pressed.is_private or await pressed.client.answers.is_private(pressed.asker, pressed.is_private)
    answers = pressed.client.answers
    await pressed.tell(
        "a picture", lambda: answers.picture(pressed.argument, pressed.asker, private=private), private=private
    )


async def turn_timeline(pressed: Pressed) -> None:
    """Put another page of a time line into the message clicked."""
    number, _, name = pressed.argument.partition("/")
    page = int(number) if number.isdecimal() else 0
    private = pressed.message.flags.ephemeral
    asker = asker_of(pressed.message) or pressed.asker.person

    async def make() -> Outgoing:
        prepared = await pressed.client.answers.prepare(
            Request(Command.TIMELINE, name),
            pressed.client.asker(pressed.interaction, person=asker),
            Manner(private, page=page),
        )
        return prepared.outgoing

    await pressed.renew("a time line", make)


async def ask_label(pressed: Pressed) -> None:
    """Ask what the button says: an example, or the question of an old answer."""
    again = pressed.argument == "again"
    question = pressed.label.partition(": ")[2] if again else pressed.label
    await pressed.answer(Request(Command.ASK, question))


async def show_documents(pressed: Pressed) -> None:
    """List the documents."""
    await pressed.tell("the documents", lambda: pressed.client.answers.documents(pressed.asker, "", private=True))


async def show_help(pressed: Pressed) -> None:
    """Show the help."""
    seat = pressed.client.desk.seat(pressed.interaction.guild_id)
    await pressed.tell("the help", lambda: pressed.done(notices.help_page(seat, pressed.say, private=True)))


async def show_privacy(pressed: Pressed) -> None:
    """Show what is stored."""

    async def make() -> Outgoing:
        left_out = await pressed.client.records.is_left_out(pressed.asker.person)
        return notices.privacy_page(pressed.say, left_out=left_out)

    await pressed.tell("the privacy page", make)


async def leave_out(pressed: Pressed) -> None:
    """Leave the person out from now on."""

    async def make() -> Outgoing:
        await pressed.client.records.leave_out(pressed.asker.person)
        return notices.privacy_page(pressed.say, left_out=True)

    await pressed.renew("leaving a person out", make)


async def take_in(pressed: Pressed) -> None:
    """Take the person in again."""

    async def make() -> Outgoing:
        await pressed.client.records.take_in(pressed.asker.person)
        return notices.privacy_page(pressed.say, left_out=False)

    await pressed.renew("taking a person in", make)


async def forget(pressed: Pressed) -> None:
    """Forget what is kept of the person."""
    client, person = pressed.client, pressed.asker.person

    async def make() -> Outgoing:
        client.topics.forget(person)
        count = await client.records.forget_person(person)
        return notices.sentence(pressed.say, "privacy-forgotten", count=count)

    await pressed.tell("forgetting", make)


async def mark_wrong(pressed: Pressed) -> None:
    """Count that an answer was called wrong, once for each person; nothing of its text."""
    outcome, _ = read_verdict(pressed.argument)
    client = pressed.client

    async def make() -> Outgoing:
        if client.note_press(pressed.message.id, pressed.asker.person):
            await client.records.count_wrong(outcome, pressed.interaction.guild_id)
        return notices.sentence(pressed.say, "wrong-counted")

    await pressed.tell("the button wrong", make)


async def remove(pressed: Pressed) -> None:
    """Remove an answer: for the asker, and for those who manage messages or the server there."""
    granted = pressed.interaction.permissions
    is_theirs = pressed.argument == str(pressed.asker.person)
    if not (is_theirs or granted.manage_messages or granted.manage_guild):
        await pressed.tell("a refusal", lambda: pressed.done(notices.sentence(pressed.say, "remove-not-yours")))
        return
    await acknowledge(pressed.interaction.response.defer)
    try:
        await persist(pressed.interaction.delete_original_response)
    except discord.NotFound:
        return


async def _list(pressed: Pressed, make: Callable[[], Awaitable[Outgoing]]) -> None:
    """Show a list of quotes: anew under an answer, in place where the list itself was turned."""
    turns = (
        pressed.message.flags.ephemeral
        and not any(pressed.message.embeds)
        and pressed.label
        in {
            pressed.say("button-back"),
            pressed.say("button-next"),
        }
    )
    await (pressed.renew if turns else pressed.tell)("the sources", make)


ACTIONS: dict[Action, Callable[[Pressed], Awaitable[None]]] = {
    Action.CONTEXT: show_context,
    Action.TURN: turn_page,
    Action.COPY: copy,
    Action.WHOLE: read_whole,
    Action.SOURCES: show_sources,
    Action.MORE: show_more,
    Action.WHOIS: ask_whois,
    Action.ELECTIONS: ask_elections,
    Action.TIMELINE: ask_timeline,
    Action.TURN_TIMELINE: turn_timeline,
    Action.MAP: ask_map,
    Action.PICTURE: show_picture,
    Action.FOLLOW: open_box,
    Action.ASK: ask_label,
    Action.DOCUMENTS: show_documents,
    Action.HELP: show_help,
    Action.PRIVACY: show_privacy,
    Action.LEAVE_OUT: leave_out,
    Action.TAKE_IN: take_in,
    Action.FORGET: forget,
    Action.SHARE: share,
    Action.WRONG: mark_wrong,
    Action.REMOVE: remove,
    Action.SETTING: change_setting,
}
