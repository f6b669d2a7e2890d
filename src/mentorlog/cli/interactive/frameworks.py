"""What a write is guided by: a framework's questions, and the answers that stand on the line.

Imported only where there is something to guide by.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from mentorlog import config
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.output import show_sheet
from mentorlog.errors import NOTHING_WRITTEN, InvalidInput
from mentorlog.model.areas import Area
from mentorlog.model.entries import Answer
from mentorlog.model.frameworks import DEFAULT_FRAMEWORK, Framework, Library, parse_library, parse_template, template
from mentorlog.text import clean

STARTERS = "To start with"


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledFramework:
    """A framework and what there is of its answers, clean, by key."""

    framework: Framework
    answers_by_key: dict[str, str] = field(default_factory=dict)

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The answers that the entry keeps."""
        return self.framework.answers(self.answers_by_key)

    def option_answer(self, option: str) -> str:
        """The answer that stands for an option; empty where there is none."""
        asked = (prompt.key for prompt in self.framework.prompts if prompt.option == option)
        return next((self.answers_by_key[key] for key in asked if key in self.answers_by_key), "")

    def option_lines(self, option: str) -> tuple[str, ...]:
        """The same where it is several lines; a list written in Markdown loses its dashes."""
        return tuple(_lines(self.option_answer(option)))

    @property
    def item_count(self) -> int | None:
        """How many there are of what counts: the steps of a goal."""
        counts = (prompt.key for prompt in self.framework.prompts if prompt.counts)
        return next((len(_lines(self.answers_by_key[key])) for key in counts if key in self.answers_by_key), None)

    def template(self, text: str) -> str:
        """The questions as headings, for an editor."""
        return template(self.framework, text, self.answers_by_key)

    def parse_template(self, words: str) -> "tuple[str, FilledFramework]":
        """The text above the headings of a template, and this guide with the answers below them."""
        text, told = parse_template(self.framework, words)
        return text, replace(self, answers_by_key={key: _clean(answer) for key, answer in told.items()})


def load_frameworks() -> Library:
    """All frameworks there are, the user's own too. Raises Damaged where these can't be understood."""
    return parse_library(config.own_frameworks())


def show_questions(call: Invocation, kind: str, using: str | None) -> None:
    """Which questions an entry of `kind` can be written by: those of one framework, or of all."""
    from mentorlog.views.lists import questions as lists

    books = load_frameworks()
    show_sheet(call, lists.frameworks, (books.find(using, kind),) if using else books.of(kind), is_ours=True)


def show_starters(call: Invocation, areas: Iterable[Area]) -> None:
    """The questions that these areas start with."""
    from mentorlog.views.lists import questions as lists

    prompts = load_frameworks().starter_prompts(area.slug for area in areas)
    starting = Framework(name="", kind="reflection", title=STARTERS, version=1, prompts=prompts)
    show_sheet(call, lists.frameworks, (starting,), is_ours=True)


def fill_framework(
    kind: str, using: str | None, fill: Iterable[str] | None, starting: Sequence[Area] | None = None
) -> FilledFramework:
    """What an entry of `kind` is guided by; `starting` are the areas whose starter questions come first."""
    if starting is not None and not starting:
        hint = "Add -a AREA. All areas: mentorlog area list"
        raise InvalidInput("--starter needs to know which area.", safe=NOTHING_WRITTEN, hint=hint)
    books = load_frameworks()
    starters = books.starter_prompts(area.slug for area in starting or ())
    if using or not starters:
        named = books.find(using or DEFAULT_FRAMEWORK, kind)
        framework = replace(named, prompts=(*starters, *named.prompts))
    else:
        framework = Framework(name="", kind=kind, title=STARTERS, version=1, prompts=starters)
    return FilledFramework(framework=framework, answers_by_key=_parse_fill(framework, fill))


def _parse_fill(framework: Framework, typed: Iterable[str] | None) -> dict[str, str]:
    """The answers of --fill by key; several of one key are lines of one answer."""
    found: dict[str, str] = {}
    for word in typed or ():
        key, is_one, answer = word.partition("=")
        if not is_one:
            raise InvalidInput(
                "--fill takes KEY=TEXT.", safe=NOTHING_WRITTEN, hint=f"The keys: {', '.join(framework.keys)}"
            )
        name = framework.prompt(key).key
        found[name] = f"{found[name]}\n{_clean(answer)}" if name in found else _clean(answer)
    return found


def _lines(answer: str) -> list[str]:
    return [line.strip().removeprefix("- ") for line in answer.split("\n") if line.strip()]


def _clean(answer: str) -> str:
    return clean(answer, what="answer")
