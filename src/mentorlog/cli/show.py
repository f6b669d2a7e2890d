"""show: entries in full."""

from typing import TYPE_CHECKING

import typer

from mentorlog import config, drafts
from mentorlog.cli.app import options, parsing
from mentorlog.cli.app.command import Command, call_of, new_app
from mentorlog.cli.app.context import Call
from mentorlog.cli.app.output import (
    is_plain,
    say,
    say_json,
    show,
)
from mentorlog.dates import dated
from mentorlog.drafts import Draft
from mentorlog.insights.listing import Detail, Seen
from mentorlog.model.entries import Entry, Feedback
from mentorlog.model.redaction import HIDDEN
from mentorlog.text import safe
from mentorlog.views.words import one

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
    with call.reading() as journal:
        details = [call.veiled(detail(call, journal, number)) for number in parsing.numbers(journal, numbers)]
    if call.is_json and len(details) > 1:
        from mentorlog.export.keys import entry_keys

        say_json({"entries": [entry_keys(figure.entry) for figure in details]})
        return
    for figure in details:
        show(call, "detail", figure)


def show_drafts(call: Call) -> None:
    """All unfinished writing, the newest last."""
    found = call.veiled(drafts.unfinished(config.drafts_folder()))
    if call.is_json:
        say_json({"drafts": [_draft_keys(draft, hides=call.is_veiled) for draft in found]})
        return
    for draft in found:
        begun = dated(call.local(draft.begun.isoformat()).date(), in_full=is_plain(call))
        say(f"{one(draft.kind).capitalize()} begun on {begun}:")
        say(safe(draft.text))
    if not found:
        say("There is no unfinished writing.")


def _draft_keys(draft: Draft, *, hides: bool) -> dict[str, object]:
    command = (HIDDEN,) if hides else draft.command
    return {"command": command, "begun": draft.begun.isoformat(), "text": draft.text}


def detail(call: Call, journal: "Journal", number: int) -> Detail:
    """One entry with what it hangs together with; raises NotFound where there is none."""
    entry = journal.entry(number)
    about = journal.entry(entry.about) if entry.about else None
    return Detail(
        entry=entry,
        today=call.today,
        about=None if about and about.is_tender else about,
        under=journal.about(number),
        goals=journal.goals(set(entry.goals)),
        evidence=journal.evidence(number),
        seen_by=_seen_by(call, journal, entry),
        is_earlier=_is_earlier(journal, entry, about),
    )


def _seen_by(call: Call, journal: "Journal", entry: Entry) -> tuple[Seen, ...]:
    packets = journal.sharing().containing(entry.number)
    if not packets:
        return ()
    from mentorlog.cli.sharing.sent_packets import seen_by

    return seen_by(call, packets, entry)


def _is_earlier(journal: "Journal", entry: Entry, about: Entry | None) -> bool:
    if not (isinstance(entry, Feedback) and entry.packet and about):
        return False
    from mentorlog.cli.sharing.sent_packets import answers_earlier

    return answers_earlier(journal.sharing().packets(), entry, about)
