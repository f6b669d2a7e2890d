"""A framework's questions as headings to write under in an editor, and what was written read back."""

from collections.abc import Mapping

from mentorlog.model.frameworks import Framework, Prompt

HINT = "<!-- Write below the questions; what stays empty is left out. -->"


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
