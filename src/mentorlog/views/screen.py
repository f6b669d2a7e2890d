"""The screen that a picture is drawn for."""

from mentorlog.model.records import dataclass

MARGIN = 2
NARROW = 60  # columns; on fewer, nothing is left free at the right
WIDEST = 98  # longer lines are hard to follow, on however wide a screen


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """`width` in columns; `has_symbols` says whether the terminal shows more than ASCII."""

    width: int = 80
    has_symbols: bool = True

    @property
    def is_narrow(self) -> bool:
        """Whether things stand below each other that elsewhere are side by side."""
        return self.width < NARROW

    @property
    def edge(self) -> int:
        """Where lines end: a margin from the right, where there is room for one."""
        return min(self.width if self.is_narrow else self.width - MARGIN, WIDEST)

    @property
    def separator(self) -> str:
        """What stands between facts on one line."""
        return " · " if self.has_symbols else " - "

    @property
    def ellipsis(self) -> str:
        """What says that a text goes on."""
        return "…" if self.has_symbols else "..."
