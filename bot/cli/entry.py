"""The commands of `fuentes` and the way in."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.invocation import Invocation, warn
from bot.cli.order import order
from bot.cli.output import FAILED, abandon_output, answer, open_streams
from bot.requests import Command

INTERRUPTED = 130
"""The exit code that shells give a program ended by Ctrl-C."""
Words = Annotated[list[str] | None, typer.Argument(show_default=False)]

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Answer questions from a set of documents, in their own words and with the place they stand.",
)


def run(arguments: Sequence[str]) -> int:
    """Run one command line and give its exit code: 0 answered, 1 not answered, 2 wrong use, 3 failed."""
    invocation = Invocation()
    try:
        open_streams()
        app(args=order(arguments), prog_name="fuentes", obj=invocation)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001  whatever happens, a person reads a sentence
        from bot.cli.failures import explain

        if isinstance(error, OSError):
            abandon_output()
        sentence, code = explain(error, invocation)
        warn(sentence)
        return code
    return 0


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import PackageNotFoundError, version

        try:
            number = version("fuentes")
        except PackageNotFoundError:
            number = "from a source tree that is not installed"
        typer.echo(f"fuentes {number}")
        raise typer.Exit


@app.callback()
def configure(
    context: typer.Context,
    corpus: Annotated[Path | None, typer.Option(help="The folder of documents; default: the library.")] = None,
    lang: Annotated[str | None, typer.Option(help="The language of replies: en or es.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Write JSON.")] = False,
    picture: Annotated[
        Path | None, typer.Option(help="Write the picture of elections, timeline or map to a PNG file.")
    ] = None,
    version: Annotated[bool, typer.Option("--version", callback=_show_version, is_eager=True)] = False,
) -> None:
    """Take the global options, which may also follow the command."""
    del version  # its callback has shown it
    invocation = context.ensure_object(Invocation)
    invocation.configure(corpus, lang, json=json, picture=picture)
    logging.basicConfig(level=invocation.settings.log_level, stream=sys.stderr)


@app.command("run")
def run_command(
    context: typer.Context,
    discord: Annotated[bool, typer.Option("--discord", help="Connect to Discord or fail; never chat.")] = False,
) -> None:
    """Connect to Discord, or without DISCORD_TOKEN chat here."""
    from bot.cli.talk import start

    raise typer.Exit(start(context.ensure_object(Invocation), discord=discord))


@app.command("chat")
def chat_command(context: typer.Context) -> None:
    """Talk to the bot in this terminal."""
    from bot.cli.talk import chat

    raise typer.Exit(chat(context.ensure_object(Invocation)))


@app.command("ask")
def ask_command(context: typer.Context, question: Words = None) -> None:
    """Answer a question."""
    _answer(context, Command.ASK, question)


@app.command("whois")
def whois_command(context: typer.Context, name: Words = None) -> None:
    """Say what the documents say of a name."""
    _answer(context, Command.WHOIS, name)


@app.command("elections")
def elections_command(context: typer.Context, year: Words = None) -> None:
    """Show the election results of a year, or of all years."""
    _answer(context, Command.ELECTIONS, year)


@app.command("timeline")
def timeline_command(context: typer.Context, name: Words = None) -> None:
    """Show the dated passages of a name, or of all documents."""
    _answer(context, Command.TIMELINE, name)


@app.command("map")
def map_command(
    context: typer.Context,
    name: Words = None,
) -> None:
    """Show whom and what the documents join to a name."""
    _answer(context, Command.MAP, name)


@app.command("verify")
def verify_command(context: typer.Context, quote: Words = None) -> None:
    """Say whether the documents hold a quote."""
    _answer(context, Command.VERIFY, quote)


@app.command("sources")
def sources_command(context: typer.Context) -> None:
    """List the documents."""
    from bot.cli.shelf import list_sources

    raise typer.Exit(list_sources(context.ensure_object(Invocation)))


@app.command("batch")
def batch_command(
    context: typer.Context,
    file: Annotated[str, typer.Argument(help="JSON lines; - reads them from standard input.")],
) -> None:
    """Answer JSON lines with JSON lines."""
    from bot.cli.batch import answer_lines

    raise typer.Exit(answer_lines(context.ensure_object(Invocation), file))


@app.command("web")
def web_command(
    context: typer.Context,
    host: Annotated[str | None, typer.Option(help="Default: 127.0.0.1, this machine only.")] = None,
    port: Annotated[int | None, typer.Option(help="Default: 8080.")] = None,
) -> None:
    """Serve the reader and the playground for a browser."""
    from bot.cli.browser import serve_web

    raise typer.Exit(serve_web(context.ensure_object(Invocation), host, port))


@app.command("eval")
def eval_command(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(help="Question sets: JSON lines.")],
    baseline: Annotated[
        Path | None, typer.Option(help="A report of eval --json to compare with; exit 1 where a measure fell.")
    ] = None,
    floor: Annotated[
        list[str] | None,
        typer.Option(metavar="MEASURE=SHARE", help="What all questions must reach, like lead=0.9; else exit 1."),
    ] = None,
    errors: Annotated[
        bool, typer.Option("--errors", help="Show each question that was missed, what was wanted and what came.")
    ] = False,
) -> None:
    """Score question sets; exit 1 where a floor, here or in floors.toml beside them, is not reached."""
    from bot.cli.scores import evaluate

    invocation = context.ensure_object(Invocation)
    raise typer.Exit(evaluate(invocation, files, baseline=baseline, floors=floor or (), errors=errors))


@app.command("doctor")
def doctor_command(context: typer.Context) -> None:
    """Check settings and corpus, and say what to do."""
    from bot.cli.checkup import report

    raise typer.Exit(report(context.ensure_object(Invocation)))


def _answer(context: typer.Context, command: Command, words: list[str] | None) -> None:
    raise typer.Exit(answer(context.ensure_object(Invocation), command, " ".join(words or ())))
