"""show: entries in full."""

from mentorlog import config, drafts
from mentorlog.cli.app import options, parsing
from mentorlog.cli.app.command import new_app
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.output import is_plain, print_json, print_line, show
from mentorlog.cli.sharing.entry_detail import detail
from mentorlog.dates import date_with_year
from mentorlog.drafts import Draft
from mentorlog.model.redaction import PLACEHOLDER
from mentorlog.phrases.grammar import with_article
from mentorlog.text import safe

app = new_app()


@app.verb("mentorlog show 145", "mentorlog show last", "mentorlog show 40..44 --json", name="show")
def show_(call: Invocation, numbers: options.Numbers) -> None:
    """One entry in full, or several; draft shows unfinished writing."""
    if numbers == ["draft"]:
        show_drafts(call)
        return
    with call.open_readonly() as journal:
        details = [call.apply_veil(detail(call, journal, number)) for number in parsing.numbers(journal, numbers)]
    if call.is_json and len(details) > 1:
        from mentorlog.model.json_form import entry_keys

        print_json({"entries": [entry_keys(figure.entry) for figure in details]})
        return
    for figure in details:
        show(call, "detail", figure)


def show_drafts(call: Invocation) -> None:
    """All unfinished writing, the newest last."""
    found = call.apply_veil(drafts.list_drafts(config.drafts_folder()))
    if call.is_json:
        print_json({"drafts": [_draft_keys(draft, hides=call.is_veiled) for draft in found]})
        return
    for draft in found:
        begun = date_with_year(call.local_time(draft.started_at.isoformat()).date(), in_full=is_plain(call))
        print_line(f"{with_article(draft.kind).capitalize()} begun on {begun}:")
        print_line(safe(draft.text))
    if not found:
        print_line("There is no unfinished writing.")


def _draft_keys(draft: Draft, *, hides: bool) -> dict[str, object]:
    command = (PLACEHOLDER,) if hides else draft.command
    return {"command": command, "begun": draft.started_at.isoformat(), "text": draft.text}
