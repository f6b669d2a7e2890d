"""Going on with unfinished writing: the draft opens in the editor, then its own line is run with it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NoReturn

import typer
from typer.core import TyperOption

from mentorlog import config, drafts
from mentorlog.cli.app.command import GLOBAL
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.output import print_message
from mentorlog.cli.app.program import run
from mentorlog.cli.interactive.prompts import can_ask
from mentorlog.drafts import Draft
from mentorlog.errors import NotFound

if TYPE_CHECKING:
    from typer._click.core import Parameter


def resume_draft(call: Invocation, options: "Sequence[Parameter]") -> NoReturn:
    """Open the newest draft, and run the command it was meant for, with the `options` of edit that stand beside
    "edit draft" in the place of its own. One that was broken off between questions goes on with them, and one without
    words begins with them. Raises NotFound where there is none.
    """
    found = unfinished_drafts()
    draft = found[-1]
    goes_on = draft.questions_asked is not None and can_ask(call)
    if draft.text and not goes_on and not call.never_asks:
        draft = drafts.edit_in_editor(draft)
    argv = _merged_argv(call, draft.command, options)
    result = run(Invocation(argv=argv, resumed_text=draft.text or None, draft=draft, is_resuming=goes_on))
    if len(found) > 1:
        print_message(f"There is more unfinished writing ({len(found) - 1}): mentorlog edit draft")
    raise typer.Exit(result)


def unfinished_drafts() -> tuple[Draft, ...]:
    """All unfinished writing, the newest last; raises NotFound where there is none."""
    found = drafts.list_drafts(config.drafts_folder())
    if not found:
        raise NotFound("There is no unfinished writing.", hint='To write: mentorlog reflect "…"')
    return found


def _merged_argv(call: Invocation, command: tuple[str, ...], options: "Iterable[Parameter]") -> tuple[str, ...]:
    """The draft's own line, with what stands beside "edit draft" in the place of the same options."""
    beside = [word for word in call.argv if word not in ("edit", "draft", "-e", "--edit")]
    given = {word.partition("=")[0] for word in beside}
    valued = [option.opts for option in (*options, *GLOBAL) if isinstance(option, TyperOption) and not option.is_flag]
    own = list(_without_options(command, {name for names in valued if given.intersection(names) for name in names}))
    end = own.index("--") if "--" in own else len(own)
    return (*own[:end], *beside, *own[end:])


def _without_options(command: tuple[str, ...], names: set[str]) -> Iterator[str]:
    words = iter(command)
    for word in words:
        name, has_value, _ = word.partition("=")
        if name not in names:
            yield word
        elif not has_value:
            next(words, None)
