"""What the bot says of itself: the hint, help, about, privacy, and the sentences when something is in the way."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from bot.desk import Seat
from bot.discord_app.buttons import Button, button, row
from bot.discord_app.ids import Action
from bot.discord_app.markdown import escape
from bot.discord_app.outgoing import Outgoing
from bot.presentation.wording import Wording
from bot.requests import Command


def hint(seat: Seat, say: Wording, *, private: bool = False) -> Outgoing:
    """Say what can be asked, with the examples of the documents."""
    shown = [_as_typed(each.command, each.argument) for each in reversed(seat.assistant.examples)]
    examples = " · ".join(escape(each) for each in shown)
    text = say("hint", examples=examples) if examples else say("hint-bare")
    buttons = row(_documents(say), button(say("button-help"), Action.HELP))
    return Outgoing(text, buttons=buttons, private=private)


def help_page(seat: Seat, say: Wording, *, private: bool) -> Outgoing:
    """Say what the bot does and how it is asked."""
    text = say("help", count=len(seat.library.documents))
    buttons = [_example(each.command, each.argument, say) for each in reversed(seat.assistant.examples)]
    last = button(say("button-privacy"), Action.PRIVACY)
    return Outgoing(text, buttons=row(*buttons[:2], last), private=private)


def about_page(seat: Seat, say: Wording, *, private: bool) -> Outgoing:
    """Say what the bot is, and which version."""
    try:
        number = version("fuentes")
    except PackageNotFoundError:
        number = "–"
    text = say("about", version=number, count=len(seat.library.documents))
    buttons = row(_documents(say), button(say("button-privacy"), Action.PRIVACY))
    return Outgoing(text, buttons=buttons, private=private)


def privacy_page(say: Wording, *, left_out: bool) -> Outgoing:
    """Say what is stored, and let a person leave and be forgotten."""
    state = say("privacy-left-out" if left_out else "privacy-taken-in")
    switch = (
        button(say("button-take-in"), Action.TAKE_IN) if left_out else button(say("button-leave-out"), Action.LEAVE_OUT)
    )
    forget = button(say("button-forget"), Action.FORGET)
    return Outgoing(f"{say('privacy')}\n{state}", buttons=row(switch, forget), private=True)


def privacy_notice(say: Wording) -> Outgoing:
    """Say in public what is kept, with the way to the page that is a person's own."""
    return Outgoing(say("privacy-by-command"), buttons=row(button(say("button-privacy"), Action.PRIVACY)))


def sentence(say: Wording, message: str, /, **values: str | int) -> Outgoing:
    """Say one sentence to the person alone."""
    return Outgoing(say(message, **values), private=True)


def gone(say: Wording, question: str | None, again: Button | None = None) -> Outgoing:
    """Say that a button is from before the documents changed, and offer to ask again."""
    text = say("button-gone")
    if question and again is None:
        label = say("button-again", question=question)
        # The question is read from the label: one that is cut short would be another question.
        again = button(label, Action.ASK, "again")
        if again is not None and again.label != " ".join(label.split()):
            again = None
    return Outgoing(text, buttons=row(again), private=True)


def _as_typed(command: str, argument: str) -> str:
    return argument if command == Command.ASK else f"/{command} {argument}"


def _documents(say: Wording) -> Button | None:
    return button(say("button-documents"), Action.DOCUMENTS)


def _example(command: str, argument: str, say: Wording) -> Button | None:
    match command:
        case Command.ASK:
            made = button(argument, Action.ASK)
            return made if made and made.label == argument else None
        case Command.WHOIS:
            return button(say("button-whois", name=argument), Action.WHOIS, argument)
        case Command.ELECTIONS:
            return button(say("button-election", year=argument), Action.ELECTIONS, argument)
        case _:
            return None
