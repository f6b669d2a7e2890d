"""The questions of frameworks, each with the key that its answer is filled in by."""

from rich.text import Text

from mentorlog.model.frameworks import Framework
from mentorlog.phrases.entries import prompt_target
from mentorlog.text import display_width, one_line
from mentorlog.views.screen import Screen
from mentorlog.views.terminal.columns import Row, tables
from mentorlog.views.terminal.drawing import (
    MARGIN,
    bold,
    dim,
    edge,
    heading_lines,
    padded,
    page,
)


def picture(figure: tuple[Framework, ...], screen: Screen) -> Text:
    """Each framework under its title: key, question, and what the answer tells of."""
    width = max((display_width(prompt.key) for framework in figure for prompt in framework.prompts), default=0)
    blocks = tables([_rows(framework, width) for framework in figure], edge(screen), screen, indent=MARGIN)
    lines: list[Text] = []
    for framework, block in zip(figure, blocks, strict=True):
        using = f"--using {one_line(framework.name)}" if framework.name else ""
        lines += [*([Text()] if lines else []), *heading_lines(bold(one_line(framework.title)), using, screen), *block]
    return page(lines)


def _rows(framework: Framework, width: int) -> list[Row]:
    return [
        Row(lead=padded(prompt.key, width), words=one_line(prompt.words), asides=(dim(prompt_target(prompt)),))
        for prompt in framework.prompts
    ]
