"""purge: the one real erasure."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

from mentorlog import config, drafts
from mentorlog.cli.app import options, parsing
from mentorlog.cli.app.command import new_app
from mentorlog.cli.app.context import Invocation, display_path
from mentorlog.cli.app.options import option
from mentorlog.cli.app.output import is_plain_requested, print_message, print_result
from mentorlog.cli.app.state import mark_not_undoable
from mentorlog.cli.interactive.prompts import ask_or_skip, can_ask
from mentorlog.cli.interactive.resume_draft import unfinished_drafts
from mentorlog.dates import date_with_year
from mentorlog.errors import InvalidInput, NotFound
from mentorlog.model.reports import PurgeReport
from mentorlog.model.reviews import require_mentee
from mentorlog.phrases.grammar import noun, plural, with_article
from mentorlog.storage.maintenance.backup import backups
from mentorlog.text import fold, one_line
from mentorlog.views.json.records import sent_copies_keys
from mentorlog.views.sharing import sent_copies_message

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal

app = new_app()
SHORT = 12
Earlier = Annotated[bool, option("--earlier", "Only earlier versions of the entries.")]
MenteeName = Annotated[str | None, option("--mentee NAME", "A mentee: all you received, and all you wrote to it.")]
Yes = Annotated[bool, option("-y, --yes", "Do not ask for confirmation.")]


@app.verb("mentorlog purge 148", "mentorlog purge 148 --earlier", "mentorlog purge draft")
def purge(
    call: Invocation,
    numbers: options.NumbersIfAny = None,
    earlier: Earlier = False,
    mentee: MenteeName = None,
    yes: Yes = False,
) -> None:
    """Erase entries for good, also from automatic backups and drafts.

    Backups made by hand and exports are yours to delete. Nothing brings a purged entry back.
    """
    if numbers == ["draft"] and not (earlier or mentee):
        _purge_draft(call, yes=yes)
        return
    if bool(numbers) == bool(mentee) or (mentee and earlier):
        raise InvalidInput("A purge is of entries, or of a mentee.", hint="Like this: mentorlog purge 148")
    if mentee:
        _purge_mentee(call, mentee, yes=yes)
        return
    with call.open_writable() as journal:
        chosen = parsing.numbers(journal, numbers or ())
        stays = [fold(journal.entry_any_state(number).text) for number in chosen] if earlier else []
        left = journal.sent_packets().packets_containing_any(chosen)
        beyond = [*sent_copies_message(left, call.local_time, in_full=is_plain_requested(call))]
        if not yes:
            _check_interactive(call)
            named = [_named(call, journal, number) for number in chosen]
            _confirm(call, named, "What it used to say" if earlier else "It", " ".join(map(str, chosen)), beyond)
        purged = journal.purge(chosen, earlier=earlier)
    mark_not_undoable(call, "purge")
    purged = _drop_drafts(purged, edited=set() if earlier else {str(number) for number in chosen}, stays=stays)
    what = "What they used to say is erased" if earlier else "Erased"
    said = f"{what}: {', '.join(map(str, purged.numbers))}"
    print_result(call, _lines(call, purged, said, beyond), {**_keys(purged), "left": sent_copies_keys(left)})


def _purge_draft(call: Invocation, *, yes: bool) -> None:
    """Erase the newest unfinished writing, the one that "edit draft" would go on with."""
    *others, draft = unfinished_drafts()
    begun = date_with_year(call.local_time(draft.started_at.isoformat()).date(), in_full=is_plain_requested(call))
    named = f"{with_article(draft.kind).capitalize()} begun on {begun}"
    if not yes:
        _check_interactive(call)
        print_message(f"{named}.")
        print_message("  It will be erased. This can't be undone.")
        _require_typed("draft", "erase")
    drafts.delete_draft(draft)
    more = [f"There is more unfinished writing ({len(others)}): mentorlog show draft"] if others else []
    print_result(call, [f"Erased: {named[0].lower()}{named[1:]}.", *more], {"purged": [], "drafts": 1})


def _purge_mentee(call: Invocation, typed_name: str, *, yes: bool) -> None:
    """Erase all that came from a mentee, and all that was written to it."""
    with call.open_writable() as journal:
        mentee = require_mentee(typed_name, journal.mentee_queries().mentees())
        whole = one_line(mentee.name)
        if not yes:
            _check_interactive(call)
            tally = journal.mentee_queries().status(mentee, call.local_time)
            what = f"{plural('packet', tally.packets)}, {plural('entry', tally.entries)}, and what you wrote to them"
            _confirm(call, [f"{whole}: {what}."], "It", whole, [])
        purged = journal.purge_mentee(mentee)
    mark_not_undoable(call, "purge")
    purged = _drop_drafts(purged, edited=set(), stays=[])
    print_result(call, _lines(call, purged, f"Erased: all of {whole}"), {**_keys(purged), "mentee": mentee.name})


def _check_interactive(call: Invocation) -> None:
    if not can_ask(call):
        raise InvalidInput("purge needs confirmation, and there is no terminal to ask on.", hint="Add --yes.")


def _confirm(call: Invocation, named: list[str], what: str, words: str, left: list[str]) -> None:
    """Say what will be erased and what `left` already, and have `words` typed."""
    for line in named:
        print_message(line)
    automatic = sum(backup.is_automatic for backup in backups(call.path))
    print_message(
        f"  {what} will be erased from the journal, from {plural('automatic backup', automatic)}, and from drafts."
    )
    for line in left:
        print_message(f"  {line}")
    print_message("  This can't be undone.")
    _require_typed(words, "erase")


def _require_typed(*words: str) -> None:
    for wanted in words:
        if ask_or_skip(f"Type {wanted} to go on: ") != wanted:
            raise InvalidInput("The confirmation did not match.", safe="Nothing was erased.")


def _named(call: Invocation, journal: "Journal", number: int) -> str:
    """An entry as the question names it: without its words."""
    try:
        entry = journal.entry_any_state(number)
    except NotFound:
        return f"Entry {number}, which was undone."
    return f"{noun(entry.kind).capitalize()} {number}, {date_with_year(entry.on, in_full=is_plain_requested(call))}."


def _drop_drafts(purged: PurgeReport, edited: set[str], stays: list[str]) -> PurgeReport:
    """Drop the drafts that hold purged words or a part of them that no text that `stays` has, or go on with an
    `edited` one; and what a crash left of one. Where the system refuses, their folder was not reached.
    """
    try:
        _drop_matching([fold(word) for word in purged.words if word], edited, stays)
    except OSError:
        return replace(purged, unreached=(*purged.unreached, config.drafts_folder()))
    return purged


def _drop_matching(words: list[str], edited: set[str], stays: list[str]) -> None:
    for draft in drafts.list_drafts(config.drafts_folder()):
        text = fold(draft.text)
        said = [text, *map(fold, draft.command)]
        is_edit = draft.kind == "correction" and edited & set(draft.command)
        is_part = not any(text.strip() in whole for whole in stays) and any(_holds(word, text) for word in words)
        if is_edit or is_part or any(_holds(text, word) for text in said for word in words):
            drafts.delete_draft(draft)
            print_message("A draft that held it was deleted too.")
    for part in config.drafts_folder().glob(".*.part"):
        part.unlink()


def _holds(text: str, word: str) -> bool:
    """Whether a purged text stands in another; a short one only counts where it is all of it."""
    return text.strip() == word.strip() or (len(word) >= SHORT and word.strip() in text)


def _lines(call: Invocation, purged: PurgeReport, said: str, left: Iterable[str] = ()) -> list[str]:
    copies = f", also from {plural('automatic backup', len(purged.copies))}" if purged.copies else ""
    lines = [f"{said}{copies}{call.location_suffix}."]
    if purged.unreached:
        lines.append("These files may still hold it; delete them yourself:")
        lines += [f"  {display_path(path)}" for path in purged.unreached]
    return [*lines, *left, "mentorlog doesn't know of copies that you made yourself."]


def _keys(purged: PurgeReport) -> dict[str, object]:
    return {
        "purged": list(purged.numbers),
        "backups": [str(path) for path in purged.copies],
        "unreached": [str(path) for path in purged.unreached],
    }
