"""show: entries in full."""

from typing import TYPE_CHECKING

import typer

from mentorlog import config, drafts
from mentorlog.cli.app import options, parsing
from mentorlog.cli.app.command import Command, call_of, new_app
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.output import (
    is_plain,
    print_json,
    print_line,
    show,
)
from mentorlog.dates import date_with_year
from mentorlog.drafts import Draft
from mentorlog.insights.listing import Detail, EntryShare
from mentorlog.model.entries import Entry, Feedback
from mentorlog.model.redaction import PLACEHOLDER
from mentorlog.phrases.grammar import with_article
from mentorlog.text import safe

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal

app = new_app()


@app.command(
    "show",
    cls=Command,
    epilog="""
    mentorlog show 145
    mentorlog show last
    mentorlog show 40..44 --json
    """,
)
def show_(ctx: typer.Context, numbers: options.Numbers) -> None:
    """One entry in full, or several; draft shows unfinished writing."""
    call = call_of(ctx)
    if numbers == ["draft"]:
        show_drafts(call)
        return
    with call.open_readonly() as journal:
        details = [call.apply_veil(detail(call, journal, number)) for number in parsing.numbers(journal, numbers)]
    if call.is_json and len(details) > 1:
        from mentorlog.export.keys import entry_keys

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


def detail(call: Invocation, journal: "Journal", number: int) -> Detail:
    """One entry with what it hangs together with; raises NotFound where there is none."""
    entry = journal.entry(number)
    about = journal.entry(entry.about) if entry.about else None
    return Detail(
        entry=entry,
        today=call.today,
        about=None if about and about.is_tender else about,
        under=journal.entries_about(number),
        goals=journal.goals(set(entry.goals)),
        evidence=journal.evidence(number),
        shares=_recipients(call, journal, entry),
        is_outdated=_is_outdated(journal, entry, about),
    )


def _recipients(call: Invocation, journal: "Journal", entry: Entry) -> tuple[EntryShare, ...]:
    packets = journal.sent_packets().packets_containing(entry.number)
    if not packets:
        return ()
    from mentorlog.cli.sharing.sent_packets import recipients

    return recipients(call, packets, entry)


def _is_outdated(journal: "Journal", entry: Entry, about: Entry | None) -> bool:
    if not (isinstance(entry, Feedback) and entry.packet and about):
        return False
    from mentorlog.cli.sharing.sent_packets import is_outdated

    return is_outdated(journal.sent_packets().packets(), entry, about)
