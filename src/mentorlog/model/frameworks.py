"""Frameworks: the questions that a reflection, a goal or a mentor's comment can be written by. They are data, in
`frameworks.toml`; users may have a file of the same form.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

from mentorlog.errors import Damaged, InvalidInput
from mentorlog.model.entries import Answer
from mentorlog.model.records import dataclass
from mentorlog.text import clean_line

BUILT_IN_FILE = Path(__file__).with_name("frameworks.toml")
DEFAULT_FRAMEWORK = "driscoll"
COMMENT_FRAMEWORK = "sbi"
KINDS = ("reflection", "goal", "comment")
SPINE = ("", "happened", "felt", "meant", "next")
OPTIONS_BY_KIND = {"reflection": ("",), "goal": ("", "text", "measure", "due", "sign", "target"), "comment": ("",)}
STARTERS = "starters"
TAKES = "takes"
HINT = "<!-- Write below the questions; what stays empty is left out. -->"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One question. `option` names the option of the command that its answer stands for; without one it is an answer
    of the entry. With `is_many` an answer is several lines; where it `counts`, a goal counts up to their number.
    """

    key: str
    words: str
    spine: str = ""
    option: str = ""
    is_many: bool = False
    counts: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """Questions under one name, for a kind of entry; the `version` rises with their words."""

    name: str
    kind: str
    title: str
    version: int
    prompts: tuple[Prompt, ...]

    def prompt(self, key: str) -> Prompt:
        """The question with `key`, in which - and _ are the same; raises InvalidInput where there is none."""
        found = next((prompt for prompt in self.prompts if _normalized_key(prompt.key) == _normalized_key(key)), None)
        if found is None:
            raise InvalidInput("no-question-key", key=key, known=self.keys)
        return found

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of its questions."""
        return tuple(prompt.key for prompt in self.prompts)

    def answers(self, filled: Mapping[str, str]) -> tuple[Answer, ...]:
        """The answers of an entry, each with its question as it is asked today, in the order of the questions."""
        return tuple(
            Answer(key=prompt.key, question=prompt.words, text=filled[prompt.key], spine=prompt.spine)
            for prompt in self.prompts
            if not prompt.option and prompt.key in filled
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """All frameworks, and the questions that an area starts with, by slug."""

    frameworks: tuple[Framework, ...]
    starters: Mapping[str, tuple[str, ...]]

    def of(self, kind: str) -> tuple[Framework, ...]:
        """The frameworks for a kind of entry."""
        return tuple(framework for framework in self.frameworks if framework.kind == kind)

    def find(self, name: str, kind: str) -> Framework:
        """The framework for `kind` of that name, or of the only one that begins so; raises InvalidInput otherwise."""
        known = {framework.name: framework for framework in self.of(kind)}
        typed = name.strip().casefold()
        found = [typed] if typed in known else [each for each in known if typed and each.startswith(typed)]
        if len(found) != 1:
            raise InvalidInput("no-framework", name=name, kind=kind, known=tuple(known))
        return known[found[0]]

    def starter_prompts(self, slugs: Iterable[str]) -> tuple[Prompt, ...]:
        """The questions that these areas start with, as a framework has them; their keys are identity_1, identity_2."""
        return tuple(
            Prompt(key=f"{_normalized_key(slug)}_{place}", words=words, spine="meant")
            for slug in slugs
            for place, words in enumerate(self.starters.get(slug, ()), start=1)
        )


def parse_library(own: str = "") -> Library:
    """The given frameworks and those of the user's own file, which count over given ones of the same name. Raises
    Damaged, with what is wrong as its cause, where that file can't be understood.
    """
    try:
        return _parse(own)
    except Damaged as error:
        raise Damaged("bad-frameworks", cause=error) from None


def _parse(own: str) -> Library:
    given = tomllib.loads(BUILT_IN_FILE.read_text(encoding="utf-8"))
    try:
        added = tomllib.loads(own)
    except tomllib.TOMLDecodeError as error:
        raise _not_toml(own, str(error)) from None
    known = {**given, **added}
    return Library(
        frameworks=tuple(_framework(name, table) for name, table in known.items() if name != STARTERS),
        starters={**_starters(given), **_starters(added)},
    )


def _framework(name: str, table: object) -> Framework:
    if not isinstance(table, dict):
        raise Damaged("framework-not-table", name=name)
    kind = table.get("for", "reflection")
    if kind not in KINDS:
        raise Damaged("framework-kind", name=name, known=KINDS)
    questions, version = table.get("questions"), table.get("version", 1)
    if not isinstance(questions, list) or not questions:
        raise Damaged("framework-no-questions", name=name)
    if not isinstance(version, int):
        raise Damaged("framework-version", name=name)
    prompts = tuple(_prompt(one, kind, name, at) for at, one in enumerate(questions, start=1))
    options = [prompt.option for prompt in prompts if prompt.option]
    if len({_normalized_key(prompt.key) for prompt in prompts}) < len(prompts) or len(set(options)) < len(options):
        raise Damaged("framework-same-keys", name=name)
    title = _word(table, "title") or name
    return Framework(name=name.casefold(), kind=kind, title=title, version=version, prompts=prompts)


def _prompt(table: object, kind: str, name: str, number: int) -> Prompt:
    if not isinstance(table, dict) or not _word(table, "key") or not _word(table, "words"):
        raise Damaged("question-incomplete", name=name, number=number)
    key, spine, option = _word(table, "key"), _word(table, "spine"), _word(table, "option")
    if not re.fullmatch(r"[\w-]+", key):
        raise Damaged("question-key", name=name, number=number)
    if spine not in SPINE:
        raise Damaged("question-spine", name=name, number=number, known=SPINE[1:])
    if option not in OPTIONS_BY_KIND[kind]:
        raise Damaged("question-option", name=name, number=number)
    return Prompt(
        key=key,
        words=_word(table, "words"),
        spine=spine,
        option=option,
        is_many=table.get("many") is True,
        counts=table.get("counts") is True,
    )


def _starters(tables: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    found = tables.get(STARTERS, {})
    if not isinstance(found, dict) or not all(isinstance(words, list) for words in found.values()):
        raise Damaged("starters")
    return {slug: tuple(_word({"": one}, "") for one in words) for slug, words in found.items()}


def _word(table: Mapping[str, object], key: str) -> str:
    """A line of words; empty where there is none."""
    value = table.get(key)
    return clean_line(value) if isinstance(value, str) and value.strip() else ""


def _normalized_key(key: str) -> str:
    return key.strip().casefold().replace("-", "_")


def _not_toml(own: str, why: str) -> Damaged:
    found = re.search(r"line (\d+)", why)
    if not found:
        return Damaged("frameworks-cut-short")
    line = own.split("\n")[int(found[1]) - 1]
    return Damaged("frameworks-not-toml" if line.isascii() else "frameworks-need-quotes", number=found[1])


CLOSING = Framework(
    name="closing",
    kind="reflection",
    title="Closing",
    version=1,
    prompts=(
        Prompt(key="glad", words="What are you glad of, looking back?", spine="felt"),
        Prompt(key="grew", words="What is different for you now?", spine="meant"),
        Prompt(key="unsaid", words="What was left undone or unsaid?", spine="happened"),
        Prompt(key="stays", words="What will you go on with?", spine="next"),
        Prompt(key="touch", words="How will you stay in touch, if at all?", spine="next"),
        Prompt(key=TAKES, words="Who takes up which area?", spine="next"),
    ),
)


def template(framework: Framework, text: str, filled: Mapping[str, str]) -> str:
    """The text, then each question as a heading with what there is of its answer."""
    parts = [HINT, text]
    for prompt in framework.prompts:
        parts += [_heading(prompt), filled.get(prompt.key, "")]
    return "\n\n".join(parts) + "\n"


def parse_template(framework: Framework, words: str) -> tuple[str, dict[str, str]]:
    """What stands above the headings, and what stands below each by its key, blank ones left out. A heading that is no
    question of the framework belongs to the answer that it stands in.
    """
    keys = {_heading(prompt): prompt.key for prompt in framework.prompts}
    parts: dict[str, list[str]] = {"": []}
    place = ""
    for line in words.replace("\r\n", "\n").split("\n"):
        key = keys.get(" ".join(line.split()))
        if key is not None:
            place = key
            parts.setdefault(place, [])
        elif line.strip() != HINT:
            parts[place].append(line)
    told = {key: "\n".join(lines) for key, lines in parts.items()}
    return told.pop(""), {key: answer for key, answer in told.items() if answer.strip()}


def _heading(prompt: Prompt) -> str:
    return f"## {prompt.words}"
