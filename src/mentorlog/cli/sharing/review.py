"""review: what mentees gave their mentor to read, apart from the mentor's own journal."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

from mentorlog.cli.app import options
from mentorlog.cli.app.command import Group, new_app
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.filters import NO_FILTERS, Filters, filter_options
from mentorlog.cli.app.options import argument, option
from mentorlog.cli.app.output import print_result, show, show_sheet
from mentorlog.cli.sharing import review_comments
from mentorlog.cli.sharing.entry_detail import detail
from mentorlog.cli.sharing.mentee_journal import mentee_entry, mentee_timeline, open_mentee_journal
from mentorlog.insights import review as insights
from mentorlog.model.reviews import require_mentee
from mentorlog.text import clean_line
from mentorlog.views.review_messages import packets_received_message

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal

app = new_app(cls=Group)  # its verbs: those below, then those of review_comments
app.add_typer(review_comments.app)
USUAL = 20
Files = Annotated[list[str], argument("FILE…", "Packets: .json or .json.age; - is standard input.")]
As = Annotated[str | None, option("--as NAME", "What you call the mentee.")]
PassphraseFile = Annotated[str | None, option("--passphrase-file F", "Read the passphrase from the first line of F.")]
KeyFile = Annotated[str | None, option("--key-file F", "Your age key, as age-keygen wrote it.")]
Waiting = Annotated[bool, option("--waiting", "Only those who wait for an answer.")]
SinceLast = Annotated[str | None, option("--since DAY", "Since this day; last: since your last answer.")]


@app.verb(
    "mentorlog review import mentorlog-7f3a.json",
    "mentorlog review import mentorlog-7f3a.json.age --passphrase-file words.txt",
    "mentorlog review import mentorlog-7f3a.json.age --key-file ~/key.txt",
    name="import",
)
def import_(
    call: Invocation, files: Files, as_: As = None, passphrase_file: PassphraseFile = None, key_file: KeyFile = None
) -> None:
    """Import packets that mentees gave you: all of the files, or none.

    Packets of one mentee join into one timeline; importing twice is the same as once. None of it is among your own
    entries.
    """
    from mentorlog.cli.sharing.packet_reader import read_packet_file
    from mentorlog.views.json.records import received_packets_keys

    name = clean_line(as_, what="name") if as_ is not None else ""
    packets = [read_packet_file(call, file, passphrase_file, key_file) for file in files]
    with call.open_writable() as journal:
        arrivals = journal.import_packets(packets, name, at=call.now)
    print_result(call, packets_received_message(arrivals, call.location_suffix), received_packets_keys(arrivals))


@app.verb("mentorlog review list --waiting", name="list")
def list_(call: Invocation, waiting: Waiting = False) -> None:
    """All mentees: who waits for an answer, and what is new."""
    from mentorlog.views.lists import sharing as lists

    with call.open_readonly() as journal:
        standings = journal.mentee_queries().statuses(call.local_time)
    chosen = tuple(one for one in standings if one.is_waiting or not waiting)
    show_sheet(call, lists.mentees, insights.Mentees(standings=chosen, today=call.today, is_waiting=waiting))


@app.verb(
    "mentorlog review timeline Lan",
    "mentorlog review timeline Lan --since last",
    "mentorlog review timeline Lan 2026-Q1 -a identity",
)
@filter_options(without=("visible",), since=SinceLast)
def timeline(call: Invocation, name: options.MenteeName, filters: Filters = NO_FILTERS) -> None:
    """A mentee's timeline, with your comments and notes under each entry."""
    is_since = filters.since == "last"
    if filters.limit is None and not (filters.is_all or filters.has_period):
        filters = replace(filters, limit=USUAL)
    if is_since:
        filters = replace(filters, since=None)
    with call.open_readonly() as journal:
        figure = _review_timeline(call, journal, name, filters, is_since=is_since)
    show(call, "review_timeline", figure)


@app.verb("mentorlog review show Lan 3", name="show")
def show_(call: Invocation, name: options.MenteeName, number: options.MenteeEntry) -> None:
    """One entry of a mentee in full, with what you wrote to it and what it said before."""
    from mentorlog.views.lists.entries import entry_review

    with call.open_readonly() as journal:
        reviews = journal.mentee_queries()
        mentee = require_mentee(name, reviews.mentees())
        every = insights.with_mentee_as_owner(reviews.entries(mentee), mentee)
        chosen = mentee_entry(reviews, mentee, number)
        with open_mentee_journal(list(every), reviews.areas(mentee)) as theirs:
            in_full = detail(call, theirs, chosen.entry.number)
        days = reviews.packet_dates(mentee)
        earlier = reviews.entry_versions(mentee, chosen.entry.uid)[:-1]
        figure = insights.EntryReview(
            mentee=mentee,
            detail=in_full,
            source=chosen,
            comments=insights.comments_by_entry(every, reviews.comments(mentee)).get(chosen.entry.number, ()),
            earlier=tuple((days[form.packet], form.entry) for form in insights.with_mentee_as_owner(earlier, mentee)),
        )
    show_sheet(call, entry_review, figure)


def _review_timeline(
    call: Invocation, journal: "Journal", name: str, filters: Filters, *, is_since: bool
) -> insights.ReviewTimeline:
    reviews = journal.mentee_queries()
    mentee = require_mentee(name, reviews.mentees())
    comments = reviews.comments(mentee)
    every = insights.with_mentee_as_owner(reviews.entries(mentee), mentee)
    hidden = insights.own_comment_numbers(every, comments)
    shown = {one.entry.number: one for one in every if one.entry.number not in hidden}
    standing = reviews.status(mentee, call.local_time)
    if is_since and standing.since:
        shown = {number: one for number, one in shown.items() if one.is_new or one.has_changed}
    with open_mentee_journal(list(shown.values()), reviews.areas(mentee)) as theirs:
        figure = mentee_timeline(call, theirs, filters)
    return insights.ReviewTimeline(
        standing=standing,
        timeline=figure,
        comments=insights.comments_by_entry(every, comments),
        sources=shown,
        is_since=is_since,
    )
