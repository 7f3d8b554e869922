"""What a picture shows, before it is drawn: words, figures and years, each with its citation numbers.

Chart ─┬ Contests   a panel for each contest of an election
       ├ Years      periods as bars over years, events in order
       └ Neighbours what joins a name to whom
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from knowledge.models import NeighbourKind
from knowledge.models.documents import Model


class Tally(Model):
    """What one list or candidate got: figures as written; `share` is of 100, where it parses."""

    name: str
    votes: str | None = None
    share: str | None = None
    percent: float | None = Field(default=None, ge=0, le=100)
    base: str | None = None
    """What the share is a share of, in the source's words."""
    cited: str


class Contest(Model):
    """One contest: never on one axis with another."""

    title: str
    tallies: tuple[Tally, ...]
    told: tuple[str, ...] = ()
    """How the text puts it."""


class Contests(Model):
    """Election results."""

    kind: Literal["contests"] = "contests"
    panels: tuple[Contest, ...]
    apart: str | None = None
    """That the contests are not compared, where there are several."""


class Period(Model):
    """Something that lasted; without an end it is open."""

    label: str
    name: str
    start: float
    end: float | None
    years: str
    cited: str


class Moment(Model):
    """Something dated; without a year it stands in the list alone."""

    date: str
    year: int | None
    text: str
    cited: str


class Years(Model):
    """A time line."""

    kind: Literal["years"] = "years"
    periods: tuple[Period, ...]
    moments: tuple[Moment, ...]
    events: str
    """What heads the list of events."""


class Tie(Model):
    """What joins the name to a neighbour."""

    label: str
    cited: str


class Neighbour(Model):
    """Who is joined to the name, and how."""

    name: str
    kind: NeighbourKind
    ties: tuple[Tie, ...]


class Neighbours(Model):
    """The map of a name."""

    kind: Literal["neighbours"] = "neighbours"
    name: str
    groups: tuple[tuple[str, tuple[Neighbour, ...]], ...]
    """Under the word for each kind its neighbours."""


class Chart(Model):
    """A picture to be drawn."""

    title: str
    shown: Annotated[Contests | Years | Neighbours, Field(discriminator="kind")]
    sources: tuple[str, ...]
    """Where each citation stands: no picture goes without."""
    more: str | None = None
    """How much the text says beyond the picture."""
    alt: str
    """The same in words, for those who cannot see it."""
