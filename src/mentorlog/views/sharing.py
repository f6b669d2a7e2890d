"""What is said when entries are allowed or withheld, and when a packet leaves or no longer counts."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import groupby

from mentorlog.dates import date_with_year, long_day_month
from mentorlog.insights.feedback import FeedbackImport
from mentorlog.insights.listing import Detail, EntryShare
from mentorlog.insights.sharing import SentPacket, SharePreview, VisibilityChange
from mentorlog.model.entries import Feedback
from mentorlog.model.enums import Visibility
from mentorlog.model.packets import NAME_LENGTH
from mentorlog.model.reports import CopyReport
from mentorlog.model.sharing import Manifest
from mentorlog.phrases.entries import MAY_READ, headline
from mentorlog.phrases.grammar import agree, counted, join_list, name, noun, plural
from mentorlog.text import first_words, one_line
from mentorlog.views.write_messages import UNDO_HINT

SEALED = {"": "", "key": "encrypted for a key", "passphrase": "encrypted with a passphrase"}
MANY = 20


def visibility_message(done: VisibilityChange, where: str = "", *, in_full: bool = False) -> Iterator[str]:
    """As "A mentor may read 3 entries: 139, 142 and 143."; in a trial, what would change."""
    can = MAY_READ[done.visibility]
    if not done.changed:
        yield f"Nothing to change{where}: {can} {plural('entry', len(done.unchanged))} already."
        return
    would = "Would change: " if done.is_trial else ""
    first = f"{would}{can} {plural('entry', len(done.changed))}{where}"
    yield f"{first[0].upper()}{first[1:]}: {_number_ranges(entry.number for entry in done.changed)}."
    for entry in done.changed[:MANY]:
        day = date_with_year(entry.on, in_full=in_full)
        yield f"  {entry.number}  {noun(entry.kind)}, {day}: {first_words(headline(entry), 60)}"
    if len(done.changed) > MANY:
        yield f"  and {len(done.changed) - MANY} more"
    tender = [entry.number for entry in done.changed if entry.is_tender]
    if tender and done.visibility is not Visibility.PRIVATE:
        yield f"Tender, and in no packet all the same: {_number_ranges(tender)}"
    if done.is_trial:
        yield "Nothing was changed."
    elif done.visibility is Visibility.PRIVATE:
        yield "What left in a packet can't be called back: mentorlog share list"
        yield UNDO_HINT
    else:
        yield f"Nothing left this machine. {UNDO_HINT}"


def packet_preview_summary(figure: SharePreview) -> list[str]:
    """How a preview ends: what goes, under which numbers, whom it names, what stays; then what to do."""
    who, shown = name(figure.addressee), [detail.entry for detail in figure.details]
    told = [
        f"{counted('entry', len(shown), 'goes', 'go')} to {who}, {date_range(shown[0].on, shown[-1].on)}.",
        f"{who} will see {_reader_numbers(entry.number for entry in shown)}; nothing shows that there are others.",
    ]
    if figure.naming:
        verb = agree(len(figure.naming), "names", "name")
        told.append(f"{len(figure.naming)} of them {verb} somebody else: {_number_ranges(figure.naming, ', ')}.")
    return [*told, "Stays here: everything else."]


def next_steps(figure: SharePreview) -> list[str]:
    """What to type after a preview."""
    last = figure.details[-1].entry.number
    person = one_line(figure.addressee.name)
    quoted = f'"{person}"' if " " in person else person
    return [
        f"Make the file: mentorlog share make --with {quoted}",
        f"Hold one back: mentorlog share withhold {figure.yours[last]}",
    ]


def packet_made_message(
    packet: Manifest, files: Sequence[str], when: tuple[date, date], passphrase: str, where: str = ""
) -> Iterator[str]:
    """A packet was made."""
    who, count = name(packet.person), plural("entry", len(packet.entries))
    yield f"Packet {packet.name} for {who}: {count}, {date_range(*when)}{where}."
    page, document = files
    yield f"  {page}  to read in any browser{', once age has decrypted it' if packet.encryption else ''}"
    yield f"  {document}  for a mentor who has mentorlog: mentorlog review import"
    if passphrase:
        yield f"  Passphrase: {passphrase}"
        yield f"  It is kept nowhere. Tell it to {who} by another way than the files."
    yield "Nothing was sent: that is up to you. What left can't be called back."
    yield f"What left: mentorlog share list {packet.name}"


def packet_revoked_message(packet: Manifest, where: str = "") -> Iterator[str]:
    """A packet no longer counts."""
    yield f"Packet {packet.name} for {name(packet.person)} no longer counts{where}."
    yield "Its files are where they are: what left can't be called back, and who has them can still read them."
    yield "Answers to it are set aside from now on, unless a packet that counts had the same words."


def sent_copies_message(
    left: Iterable[tuple[Manifest, Sequence[int]]], local: Callable[[str], datetime], *, in_full: bool = False
) -> Iterator[str]:
    """What a purge can't reach, as "Entry 148 already left: packet 7f3a for Ánh, Sun 8 Mar 2026." and that it stays."""
    for packet, numbers in left:
        what = agree(len(numbers), "Entry", "Entries")
        day = date_with_year(local(packet.made_at).date(), in_full=in_full)
        yield (
            f"{what} {_number_ranges(numbers)} already left: packet {packet.name} for {name(packet.person)}, {day}. "
            "That can't be called back."
        )


def feedback_received_message(done: FeedbackImport, where: str = "") -> Iterator[str]:
    """A feedback file was read: what was added, what was here, what was set aside and why."""
    claimed = f", claimed to be from {name(done.person)}" if done.person else ""
    signed = f' (signed "{one_line(done.by)}")' if done.person and one_line(done.by) != name(done.person) else ""
    added = counted("answer", len(done.added), "was", "were")
    yield f"{added} added{claimed}{signed}{where}; {done.known} known before."
    for entry in done.added[:MANY]:
        before = ", before it was changed" if entry.number in done.outdated else ""
        yield f"  {entry.number}  about {entry.about}{before}: {first_words(headline(entry), 60)}"
    if len(done.added) > MANY:
        yield f"  and {len(done.added) - MANY} more: mentorlog feedback list"
    for why, count in Counter(one.reason for one in done.rejected).items():
        yield f"Set aside, {plural('answer', count)}: {why}."
    if done.added:
        yield "To read them under their entries: mentorlog timeline"
        yield UNDO_HINT


def packet_facts(figure: SentPacket) -> str:
    """As "9 entries, encrypted with a passphrase, revoked, 2 changed since"."""
    packet = figure.packet
    facts = [plural("entry", len(packet.entries)), SEALED[packet.encryption], "revoked" if packet.revoked_at else ""]
    facts.append(f"{len(figure.changed)} changed since" if figure.changed else "")
    return ", ".join(fact for fact in facts if fact)


def shared_with_sentence(seen: EntryShare, *, in_full: bool = False) -> str:
    """As "Given to Ánh on Sun 8 Mar 2026, in packet 7f3a: changed since Ánh saw it."."""
    who = name(seen.person)
    changed = f": changed since {who} saw it" if seen.is_changed else ""
    return f"Given to {who} on {date_with_year(seen.on, in_full=in_full)}, in packet {seen.packet}{changed}."


def feedback_origin_sentence(figure: Detail) -> str:
    """As "Came in a file to packet 7f3a, claimed to be from Ánh."; empty for what did not."""
    entry = figure.entry
    if not (isinstance(entry, Feedback) and entry.packet):
        return ""
    by = f", claimed to be from {name(entry.owner)}" if entry.owner else ""
    changed = f" Entry {entry.about} was changed since that packet." if figure.is_outdated else ""
    return f"Came in a file to packet {entry.packet[:NAME_LENGTH]}{by}.{changed}"


def sharing_counts(beside: CopyReport) -> str:
    """As "2 packets that left and what came from 1 mentee"; empty where there is neither."""
    left = f"{plural('packet', beside.packets)} that left" if beside.packets else ""
    came = f"what came from {plural('mentee', beside.mentees)}" if beside.mentees else ""
    return " and ".join(filter(None, (left, came)))


def date_range(first: date, last: date) -> str:
    """As "from 20 November 2025 to 5 March 2026", or "of 5 March 2026"."""
    end = long_day_month(last)
    return f"of {end}" if first == last else f"from {long_day_month(first, last)} to {end}"


def change_since_sent(figure: SentPacket, entry: int) -> str:
    """What became of one entry of a packet."""
    if entry not in figure.present:
        return "not here any more"
    return "changed since" if entry in figure.changed else ""


def _number_ranges(numbers: Iterable[int], join: str = "") -> str:
    """All of the numbers, runs of three and more as 40..44."""
    words: list[str] = []
    for _, run in groupby(enumerate(numbers), key=lambda item: item[1] - item[0]):
        found = [str(number) for _, number in run]
        words += [f"{found[0]}..{found[-1]}"] if len(found) > 2 else found
    return join.join(words) if join else join_list(words)


def _reader_numbers(numbers: Iterable[int]) -> str:
    found = sorted(numbers)
    if len(found) == 1:
        return f"it as {found[0]}"
    if len(found) > 2 and found == list(range(found[0], found[-1] + 1)):
        return f"them as {found[0]} to {found[-1]}"
    return f"them as {_number_ranges(found)}"
