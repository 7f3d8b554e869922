"""What every page of the site needs, handed to its handlers through the application."""

from __future__ import annotations

from dataclasses import dataclass

from aiohttp import web

from bot.desk import Desk
from bot.metrics import Gateway
from bot.web.limits import Limits
from bot.web.pages import Pages


@dataclass(frozen=True)
class Site:
    """The desk that answers, and how the site is set up."""

    desk: Desk
    pages: Pages
    limits: Limits
    public_url: str | None = None
    """Where people reach it from outside; None where only this machine does."""
    playground: bool = True
    """Whether it answers questions, or only shows documents."""
    gateway: Gateway | None = None
    """The connection to Discord; None where the site is served alone."""


SITE = web.AppKey("SITE", Site)


def site_of(request: web.Request) -> Site:
    """Give the site that a request is for."""
    return request.config_dict[SITE]
