"""feedback: what a mentor answered, taken in."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

from mentorlog.cli.app import options, parsing
from mentorlog.cli.app.command import Group, new_app
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.filters import NO_FILTERS, Filters, filter_options, show_list
from mentorlog.cli.app.options import argument, option
from mentorlog.cli.app.output import print_result, print_saved
from mentorlog.cli.interactive.text_input import text_input
from mentorlog.cli.sharing.sent_packets import is_outdated, present_entries
from mentorlog.errors import InvalidInput
from mentorlog.insights.feedback import FeedbackImport, FeedbackMatch, answered_entry_numbers, match_feedback
from mentorlog.model.entries import Entry, Feedback, Kind
from mentorlog.model.packets import MAX_BYTES, FeedbackFile
from mentorlog.model.people import require_person
from mentorlog.model.sharing import Manifest

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal

app = new_app(cls=Group)
File = Annotated[str, argument("FILE", "A feedback file that came back; - is standard input.")]
By = Annotated[str, option("--by NAME", "Who wrote or said it.")]
OwnNumber = Annotated[str | None, option("--about N", "The entry that it answers, by your number.")]
TheirNumber = Annotated[str | None, option("--theirs N", "The same, by the number that NAME saw in a packet.")]
IsQuestion = Annotated[bool, option("--question", "It asks a question back.")]


@app.verb("mentorlog feedback import mentorlog-feedback-7f3a.json", name="import")
def import_(call: Invocation, file: File) -> None:
    """Import a feedback file: nothing you wrote is changed.

    Importing twice is the same as once. What fits no entry is left out, and reported.
    """
    from mentorlog.cli.transfer.file_kind import check_kind, read_up_to
    from mentorlog.exchange.feedback_files import read_feedback
    from mentorlog.views.json.records import feedback_received_keys
    from mentorlog.views.sharing import feedback_received_message

    content = read_up_to(file, MAX_BYTES)
    check_kind(content, "feedback")
    came_back = read_feedback(content)
    with call.open_readonly() as journal:
        packets = journal.sent_packets().packets()
        found = _match_feedback(journal, came_back, packets)
    added: tuple[Feedback, ...] = ()
    if found.matched:
        with call.open_writable() as journal, journal.write("feedback import", at=call.now) as writing:
            packets = journal.sent_packets().packets()
            found = _match_feedback(journal, came_back, packets)
            added = tuple(writing.add(draft) for draft in _drafts(call, found))
    done = FeedbackImport(
        by=came_back.by,
        person=found.person,
        added=added,
        known=found.known,
        rejected=found.rejected,
        outdated=tuple(
            saved.number
            for saved, fit in zip(added, found.matched, strict=True)
            if is_outdated(packets, saved, fit.about)  # it answers words which stand here otherwise by now
        ),
    )
    print_result(call, feedback_received_message(done, call.location_suffix), feedback_received_keys(done))


@app.verb(
    'mentorlog feedback add "Say I once in the first line." --by Ánh --theirs 3',
    "mentorlog feedback add - --by Ánh --about 139 < letter.txt",
)
def add(
    call: Invocation,
    by: By,
    text: options.Text = None,
    ours: OwnNumber = None,
    theirs: TheirNumber = None,
    asks: IsQuestion = False,
    on: options.On = None,
    visibility: options.Visible = None,
    edit: options.Edit = False,
) -> None:
    """Add what a mentor answered by letter or in conversation."""
    if (ours is None) == (theirs is None):
        raise InvalidInput(
            "feedback needs the entry that it answers.", hint="Your number behind --about, or theirs behind --theirs."
        )
    with text_input(call, text, edits=edit) as source, call.open_writable() as journal:
        person = parsing.people(journal, [by])[0]
        subject = _answered_entry(journal, by, ours, theirs)
        draft = Feedback(
            on=parsing.on(call, on),
            owner=person,
            about=subject.number,
            areas=subject.areas,
            people=subject.people,
            is_question=asks,
            is_tender=subject.is_tender,
            visibility=parsing.visibility(call, visibility),
        )
        draft = replace(draft, text=source.text())
        with journal.write("feedback add", at=call.now) as writing:
            saved = writing.add(draft)
    print_saved(call, saved, about=subject, new=parsing.unsaved_people([person]))


@app.verb("mentorlog feedback list --with Ánh", name="list")
@filter_options(without=("period", "kind"))
def list_(call: Invocation, filters: Filters = NO_FILTERS) -> None:
    """All feedback, the newest last."""
    show_list(call, "Feedback", Kind.FEEDBACK, filters)


def _match_feedback(journal: "Journal", file: FeedbackFile, packets: tuple[Manifest, ...]) -> FeedbackMatch:
    present = present_entries(journal, answered_entry_numbers(file, packets))
    person = next((packet.person for packet in packets if packet.reader == file.reader), None)
    before = journal.sent_packets().feedback_by(person) if person else ()
    known = journal.sent_packets().uids_in_use([item.uid for item in file.items])
    return match_feedback(file, packets, present, known, before)


def _drafts(call: Invocation, found: FeedbackMatch) -> Iterator[Feedback]:
    for fit in found.matched:
        item, subject = fit.item, fit.about
        yield Feedback(
            uid=item.uid,
            on=min(call.local_time(item.at).date(), call.today),
            text=item.text,
            owner=found.person,
            about=subject.number,
            areas=subject.areas,
            people=subject.people,
            packet=fit.packet,
            is_question=item.is_question,
            is_tender=subject.is_tender,
            framework=item.framework,
            answers=item.answers,
            visibility=call.settings.visibility,
        )


def _answered_entry(journal: "Journal", by: str, ours: str | None, theirs: str | None) -> Entry:
    """The entry that is answered, by our number or by the reader's."""
    if theirs is None:
        return journal.entry(parsing.number(journal, str(ours)))
    reader = require_person(by, journal.people())
    if not (theirs.isascii() and theirs.isdigit()) or len(theirs) > 9:
        raise InvalidInput("That is not the number of an entry.", hint="What they saw: mentorlog share list PACKET")
    return journal.entry(journal.sent_packets().entry_number(reader, int(theirs)))
