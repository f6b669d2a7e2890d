"""feedback: what a mentor answered, taken in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli.app import options, parsing
from mentorlog.cli.app.command import (
    Command,
    Group,
    call_of,
    new_app,
)
from mentorlog.cli.app.context import Call
from mentorlog.cli.app.filters import Filters, show_list
from mentorlog.cli.app.output import answer
from mentorlog.cli.app.results import say_saved
from mentorlog.cli.interactive.text_input import taking
from mentorlog.errors import Mistyped, NotFound
from mentorlog.insights.feedback import Came, Sorted, about, sorted_out
from mentorlog.model.entries import Entry, Feedback, Kind
from mentorlog.model.packets import LARGEST, FeedbackFile
from mentorlog.model.people import known_person
from mentorlog.model.sharing import Manifest

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal

app = new_app(cls=Group, help="Take in what a mentor answered.")
File = Annotated[str, typer.Argument(metavar="FILE", help="A feedback file that came back; - is standard input.")]
By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who said so.", show_default=False)]
Ours = Annotated[str | None, typer.Option("--about", metavar="N", help="The entry that it answers, by your number.")]
Theirs = Annotated[
    str | None, typer.Option("--theirs", metavar="N", help="The same, by the number that NAME saw in a packet.")
]
Asks = Annotated[bool, typer.Option("--question", help="It asks something back.")]


@app.command("import", cls=Command, epilog="mentorlog feedback import mentorlog-feedback-7f3a.json")
def import_(ctx: typer.Context, file: File) -> None:
    """Take in a feedback file. What was taken in before is not doubled, and nothing that you wrote is changed;
    what does not fit is set aside, and told.
    """
    from mentorlog.cli.transfer.file_kind import check_door, read_up_to
    from mentorlog.exchange.feedback_files import read_feedback
    from mentorlog.export.keys import came_keys
    from mentorlog.views.sharing import came

    call = call_of(ctx)
    content = read_up_to(file, LARGEST)
    check_door(content, "feedback")
    came_back = read_feedback(content)
    with call.reading() as journal:
        packets = journal.sharing().packets()
        found = _sorted(journal, came_back, packets)
    added: tuple[Entry, ...] = ()
    if found.fits:
        with call.writing() as journal, journal.writing("feedback import", at=call.now) as writing:
            packets = journal.sharing().packets()
            found = _sorted(journal, came_back, packets)
            added = tuple(writing.add(draft) for draft in _drafts(call, found))
    done = Came(
        by=came_back.by,
        person=found.person,
        added=added,
        known=found.known,
        aside=found.aside,
        earlier=tuple(_earlier(added, found, packets)),
    )
    answer(call, came(done, call.where), came_keys(done))


@app.command(
    cls=Command,
    epilog="""
    mentorlog feedback add "Say I once in the first line." --by Ánh --theirs 3
    mentorlog feedback add - --by Ánh --about 139 < letter.txt
    """,
)
def add(
    ctx: typer.Context,
    by: By,
    text: options.Text = None,
    ours: Ours = None,
    theirs: Theirs = None,
    asks: Asks = False,
    on: options.On = None,
    visibility: options.Visible = None,
    edit: options.Edit = False,
) -> None:
    """Write down what a mentor answered by letter or by word of mouth."""
    call = call_of(ctx)
    if (ours is None) == (theirs is None):
        raise Mistyped("Which entry does it answer?", hint="Your number behind --about, or theirs behind --theirs.")
    with taking(call, text, edits=edit) as source, call.writing() as journal:
        person = parsing.people(journal, [by])[0]
        subject = _subject(journal, by, ours, theirs)
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
        with journal.writing("feedback add", at=call.now) as writing:
            saved = writing.add(draft)
    say_saved(call, saved, about=subject, new=parsing.newcomers([person]))


@app.command("list", cls=Command, epilog="mentorlog feedback list --with Ánh")
def list_(
    ctx: typer.Context,
    period: options.In = None,
    since: options.Since = None,
    until: options.Until = None,
    area: options.AreaFilter = None,
    with_: options.WithFilter = None,
    visible: options.VisibleFilter = None,
    limit: options.Limit = None,
    every: options.Everything = False,  # noqa: ARG001 - all is what is listed anyway
) -> None:
    """All feedback, the newest last."""
    filters = Filters(period=period, since=since, until=until, area=area, with_=with_, visible=visible, limit=limit)
    show_list(call_of(ctx), "Feedback", Kind.FEEDBACK, filters)


def _sorted(journal: "Journal", file: FeedbackFile, packets: tuple[Manifest, ...]) -> Sorted:
    present = {number: entry for number in about(file, packets) for entry in _there(journal, number)}
    person = next((packet.person for packet in packets if packet.reader == file.reader), None)
    before = journal.sharing().feedback_by(person) if person else ()
    return sorted_out(file, packets, present, journal.sharing().taken([item.uid for item in file.items]), before)


def _there(journal: "Journal", number: int) -> Iterator[Entry]:
    try:
        yield journal.entry(number)
    except NotFound:
        return


def _earlier(added: Iterable[Entry], found: Sorted, packets: Sequence[Manifest]) -> Iterator[int]:
    """The numbers of those added that answer words which stand here otherwise by now."""
    from mentorlog.cli.sharing.sent_packets import answers_earlier

    for saved, fit in zip(added, found.fits, strict=True):
        if isinstance(saved, Feedback) and answers_earlier(packets, saved, fit.about):
            yield saved.number


def _drafts(call: Call, found: Sorted) -> Iterator[Feedback]:
    for fit in found.fits:
        item, subject = fit.item, fit.about
        yield Feedback(
            uid=item.uid,
            on=min(call.local(item.at).date(), call.today),
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


def _subject(journal: "Journal", by: str, ours: str | None, theirs: str | None) -> Entry:
    """The entry that is answered, by our number or by the reader's."""
    if theirs is None:
        return journal.entry(parsing.number(journal, str(ours)))
    reader = known_person(by, journal.people())
    if not (theirs.isascii() and theirs.isdigit()) or len(theirs) > 9:
        raise Mistyped("That is not the number of an entry.", hint="What they saw: mentorlog share list PACKET")
    return journal.entry(journal.sharing().entry_of(reader, int(theirs)))
