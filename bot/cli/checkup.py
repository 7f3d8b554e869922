"""`doctor`: the findings written out, one line each."""

from __future__ import annotations

import json
from dataclasses import asdict

from bot.cli.failures import explain
from bot.cli.invocation import Invocation
from bot.cli.output import ANSWERED, FAILED, escape, write
from bot.cli.outside import check_outside
from bot.console.layout import visible
from bot.discord_app.errors import StartFailed
from bot.doctor import Finding, State, examine
from knowledge.errors import KnowledgeError


def report(invocation: Invocation) -> int:
    """Write what was found; exit 3 where something is bad."""
    findings: list[Finding] = []
    try:
        for finding in examine(
            invocation.settings,
            invocation.corpus,
            invocation.assistant,
            invocation.say,
            lambda: check_outside(invocation),
        ):
            findings.append(finding)
            _write(finding, invocation)
    except (KnowledgeError, StartFailed, OSError) as error:
        sentence, _ = explain(error, invocation)
        findings.append(Finding(State.BAD, sentence))
        _write(findings[-1], invocation)
    if invocation.json:
        write(escape(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False)))
    return FAILED if any(finding.state is State.BAD for finding in findings) else ANSWERED


def _write(finding: Finding, invocation: Invocation) -> None:
    if not invocation.json:
        state = invocation.say("doctor-state", state=finding.state.value)
        write(visible(f"{state:<5} {finding.text}"))
