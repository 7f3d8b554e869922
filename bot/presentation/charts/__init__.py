"""Pictures of answers: what they show, and who draws them.

Answer ─ compose_chart → Chart ─ Studio ─ (a child process) drawing → PNG, kept by its content
"""

from bot.presentation.charts.composing import compose_chart, picture
from bot.presentation.charts.parts import Chart
from bot.presentation.charts.studio import NoPictures, Studio, can_draw

__all__ = ["Chart", "NoPictures", "Studio", "can_draw", "compose_chart", "picture"]
