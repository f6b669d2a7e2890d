"""What is handed on and what comes back: packets, mentees, replies."""

from mentorlog.dates import long_day_month, relative_day, short_date
from mentorlog.insights.review import Mentees, ReplyPreview
from mentorlog.insights.sharing import SentPacket
from mentorlog.model.reviews import MenteeStatus
from mentorlog.model.sharing import SentEntry
from mentorlog.phrases import comments
from mentorlog.phrases.days import moment
from mentorlog.phrases.entries import headline, numbered
from mentorlog.phrases.grammar import counted, name, plural, sentence
from mentorlog.text import first_words, one_line
from mentorlog.views.json.records import mentee_status_keys, packet_keys, reply_preview_keys
from mentorlog.views.lists.sheet import BOLD, DIM, Heading, Paragraph, Part, Row, Sheet, Table, dim, joined, number_cell
from mentorlog.views.plain.entries import line
from mentorlog.views.sharing import change_since_sent, packet_facts


def packets(figure: tuple[SentPacket, ...]) -> Sheet:
    """The packets that left, the newest last: what each is called, for whom, when, what became of it."""
    last = figure[-1].packet.name if figure else ""
    return Sheet.of_rows(
        Heading("Packets"),
        "packets",
        list(map(_packet, figure)),
        empty=[Paragraph("Nothing has left. To see what would: mentorlog share preview --with NAME")],
        foot=[Paragraph(f"What one held: mentorlog share list {last}")],
    )


def _packet(sent: SentPacket) -> Row:
    packet, who, when, facts = sent.packet, name(sent.packet.person), moment(sent.packet.made_at), packet_facts(sent)
    return Row(
        who,
        lead=(packet.name, "cyan"),
        asides=(when, dim(facts)),
        line=f"Packet {packet.name}, for {who}, {when}, {facts}",
        keys=packet_keys(sent),
    )


def packet(figure: SentPacket) -> Sheet:
    """One packet that left; of each entry our number, the words, the reader's number, what became of it."""
    sent, facts = figure.packet, packet_facts(figure)
    title, when = f"Packet {sent.name} for {name(sent.person)}", moment(sent.made_at)
    revoked = [f"Revoked {moment(sent.revoked_at)}. What left can't be called back."] if sent.revoked_at else []
    rows = [_sent_entry(figure, entry) for entry in sent.entries]
    return Sheet(
        groups=([Heading(title, when), Paragraph(facts), *map(Paragraph, revoked)], [Table(rows)]),
        lines=[f"{title}, {when}, {facts}.", *revoked, *(row.line for row in rows)],
        keys=packet_keys(figure),
    )


def _sent_entry(figure: SentPacket, sent: SentEntry) -> Row:
    entry = figure.present.get(sent.entry)
    there, became = f"there {sent.reader_number.number}", change_since_sent(figure, sent.entry)
    words = f": {headline(entry)}" if entry else ""
    return Row(
        first_words(headline(entry), 60) if entry else "",
        lead=number_cell(sent.entry, max(len(str(one.entry)) for one in figure.packet.entries)),
        asides=(dim(there), became),
        line=joined(f"Entry {sent.entry}", there, became) + words,
    )


def mentees(figure: Mentees) -> Sheet:
    """All mentees at a glance: who waits and what is new, whose packet came last first."""
    standings = figure.standings
    first = next((each for each in standings if each.is_waiting), standings[0]) if standings else None
    foot: list[Part] = []
    if first:
        since = "--since last" if first.since else ""
        foot = [Paragraph(comments.review_command("timeline", first.mentee.name, since), DIM)]
    empty: list[Part] = [Paragraph("Nobody waits for an answer.")]
    if not figure.is_waiting:
        empty = [Paragraph("No packet came yet."), Paragraph("To read one: mentorlog review import FILE", DIM)]
    heading = Heading("Mentees", plural("mentee", len(standings)) if standings else "")
    return Sheet.of_rows(heading, "mentees", [_mentee(each, figure) for each in standings], empty=empty, foot=foot)


def _mentee(standing: MenteeStatus, figure: Mentees) -> Row:
    today, waits = figure.today, comments.awaiting_reply_phrase(standing)
    came = f"{short_date(standing.last, today)}, {relative_day(standing.last, today)}"
    facts = joined(
        comments.new_entries_phrase(standing, today, in_full=True),
        waits,
        comments.unsent_phrase(standing),
        f"last packet on {long_day_month(standing.last, today)}",
        f"answered on {long_day_month(standing.answered, today)}" if standing.answered else "",
        plural("packet", standing.packets),
    )
    return Row(
        one_line(standing.mentee.name),
        asides=(came, comments.new_entries_phrase(standing, today), dim(waits)),
        note=comments.unsent_phrase(standing),
        line=sentence(f"{one_line(standing.mentee.name)}: {facts}"),
        keys=mentee_status_keys(standing),
    )


def reply_preview(figure: ReplyPreview) -> Sheet:
    """What a reply to a mentee will say: each entry with the comments to it that go out; then what stays."""
    who, by = one_line(figure.mentee.name), one_line(figure.by)
    count = sum(len(written) for _, written in figure.parts)
    stays = f"Stays here: {plural('note', figure.note_count)}."
    groups: list[list[Part]] = [[Heading(f"For {who}", f"by {by}")]]
    lines = [f"A reply to {who} by {by}: {plural('comment', count)}."]
    for entry, written in figure.parts:
        group: list[Part] = [Paragraph(numbered(entry), BOLD, right=1), Paragraph(headline(entry), DIM, right=1)]
        words = [f"{comments.kind(one)}: {comments.comment_body(one)}" for one in written]
        groups.append([*group, *(Paragraph(each, depth=2, right=1) for each in words)])
        lines += [f"To {line(entry)}", *map(comments.comment_line, written)]
    foot = Paragraph(f"{counted('comment', count, 'goes', 'go')} out. {stays}", right=1)
    return Sheet(groups=[*groups, [foot]], lines=[*lines, stays], keys=reply_preview_keys(figure))
