"""The questions of frameworks in plain words: one question a line."""

from collections.abc import Iterator

from mentorlog.model.frameworks import Framework
from mentorlog.phrases.entries import prompt_target
from mentorlog.text import one_line


def lines(figure: tuple[Framework, ...]) -> Iterator[str]:
    """As "driscoll, so_what, meant: So what: why does it matter to you?"."""
    for framework in figure:
        for prompt in framework.prompts:
            fields = (one_line(framework.name), prompt.key, prompt_target(prompt))
            yield f"{', '.join(filter(None, fields))}: {one_line(prompt.words)}"
