"""The screen that a picture is drawn for."""

from mentorlog.model.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """`width` in columns; `has_symbols` says whether the terminal shows more than ASCII."""

    width: int = 80
    has_symbols: bool = True
