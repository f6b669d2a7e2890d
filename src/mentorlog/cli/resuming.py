"""Going on with unfinished writing: the draft opens in the editor, then its own line is run with it."""

from typing import NoReturn

import typer

from mentorlog import config, drafts
from mentorlog.cli.call import Call
from mentorlog.cli.output import tell
from mentorlog.errors import NotFound


def resume_draft(call: Call) -> NoReturn:
    """Open the newest draft, and run the command it was meant for. Raises NotFound where there is none."""
    from mentorlog.cli import run

    found = drafts.unfinished(config.drafts_folder())
    if not found:
        raise NotFound("There is no unfinished writing.", hint='To write: mentorlog reflect "…"')
    draft = found[-1] if call.never_asks else drafts.edited(found[-1])
    result = run(Call(argv=draft.command, resumed=draft.text))
    drafts.finish(draft)
    if len(found) > 1:
        tell(f"There is more unfinished writing ({len(found) - 1}): mentorlog edit draft")
    raise typer.Exit(result)
