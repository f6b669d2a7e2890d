"""The user's settings, each with its value."""

from rich.text import Text

from mentorlog.views.pictures import info
from mentorlog.views.screen import Screen


def picture(figure: tuple[tuple[str, str], ...], screen: Screen) -> Text:
    """Names in one column, values in the other."""
    return info.picture(figure, screen)
