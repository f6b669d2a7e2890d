"""The user's settings, each with its value."""

from rich.text import Text

from mentorlog.views.screen import Screen
from mentorlog.views.terminal import info


def picture(figure: tuple[tuple[str, str], ...], screen: Screen) -> Text:
    """Names in one column, values in the other."""
    return info.picture(figure, screen)
