"""What Typer has to say of a line that it can't read, in our words; never the words of an entry."""

import re
from difflib import get_close_matches

import typer

from mentorlog.errors import NOTHING_WRITTEN, InvalidInput, MentorlogError

NEAR = 0.75  # Typer itself takes --plain for what --rating was to be
OPTION = re.compile(r"--?[a-z][a-z-]*")


def translate(error: typer.TyperException, path: str = "") -> MentorlogError:
    """The same error as a sentence with exit code 2; `path` is the command that it came from, if that is known."""
    path = path or getattr(getattr(error, "ctx", None), "command_path", "mentorlog")
    name = str(getattr(error, "option_name", ""))
    parameter = getattr(error, "param", None)
    hint = f"What it takes: {path} -h"
    behind = "A text that begins with - goes behind --"
    near = get_close_matches(name, getattr(error, "possibilities", None) or (), n=1, cutoff=NEAR)
    meant = " ".join(f"Did you mean {option}?" for option in near)
    needs = "takes no" if "does not take" in error.message else "needs a"
    longest = max(getattr(parameter, "opts", None) or [""], key=len)
    known = f'"{name}"' if OPTION.fullmatch(name) else "of that name"
    sentences = {
        "NoSuchOption": (f"There is no option {known} here.", meant or f"{hint}    {behind}"),
        "BadOptionUsage": (f"{name if OPTION.fullmatch(name) else 'An option'} {needs} value.", hint),
        "MissingParameter": (f"{getattr(parameter, 'metavar', None) or 'Something'} is missing.", hint),
        "BadParameter": (f"{longest if longest.startswith('-') else 'It'} takes a whole number.", hint),
    }
    if type(error).__name__ in sentences:
        message, hint = sentences[type(error).__name__]
    elif "extra argument" in error.message:
        message, hint = "Too many arguments.", 'Put quotes around text with spaces: "your text", --on "last fri"'
    elif "Missing command" in error.message:
        message, hint = f"{path} needs a command.", f"Its commands: {path} -h"
    else:
        message = "This command line can't be read."
    return InvalidInput(message, safe=NOTHING_WRITTEN, hint=hint)
