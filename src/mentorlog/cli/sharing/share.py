"""share: who may read what, and the packets that are made of it for a reader."""

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from mentorlog.cli.app import parsing
from mentorlog.cli.app.command import Group, new_app
from mentorlog.cli.app.context import Invocation, display_path
from mentorlog.cli.app.filters import NO_FILTERS, Filters, filter_options
from mentorlog.cli.app.options import argument, option
from mentorlog.cli.app.output import (
    is_plain_requested,
    print_json,
    print_lines,
    print_message,
    print_result,
    show_sheet,
)
from mentorlog.cli.app.state import mark_not_undoable
from mentorlog.cli.sharing import packet_builder
from mentorlog.cli.sharing.passphrases import choose_passphrase, read_passphrase
from mentorlog.cli.sharing.sent_packets import compare_with_sent
from mentorlog.errors import NO_FILE, InvalidInput
from mentorlog.files import make_private, remove_on_failure, write_file
from mentorlog.insights.sharing import PacketPage, SentPacket, VisibilityChange
from mentorlog.model.entries import Entry
from mentorlog.model.enums import Reader, Visibility
from mentorlog.model.packets import NAME_LENGTH
from mentorlog.model.people import Person
from mentorlog.model.sharing import Manifest, Numbering, SentEntry
from mentorlog.storage.sharing.sent_packets import SentPackets

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal

app = new_app(cls=Group)
Level = Annotated[str, argument("WHO", "mentor or public: who may read them.")]
Which = Annotated[list[str] | None, argument("[N…]", "Numbers, ranges (40..44) or last.")]
DryRun = Annotated[bool, option("--dry-run", "Show what would change, and change nothing.")]
Whom = Annotated[str, option("-w, --with NAME", "Who is to read it.")]
Folder = Annotated[str, option("-o, --out DIR", "The folder for the files.")]
Keys = Annotated[list[str] | None, option("--key AGE_KEY", "Encrypt for this age key (age1…). May be repeated.")]
UsePassphrase = Annotated[bool, option("--passphrase", "Encrypt with a passphrase; asks, and offers a new one.")]
Kept = Annotated[str | None, option("--passphrase-file F", "Encrypt with the passphrase in this file.")]
Packet = Annotated[str, argument("PACKET", "What the packet is called: 7f3a.")]
AnyPacket = Annotated[str | None, argument("[PACKET]", "Only this one, with its entries.")]


@app.verb(
    "mentorlog share allow mentor 139 142..145",
    "mentorlog share allow mentor -a growth --in 2026-Q1 --dry-run",
    "mentorlog share allow public 61",
)
@filter_options()
def allow(
    call: Invocation, level: Level, numbers: Which = None, filters: Filters = NO_FILTERS, trial: DryRun = False
) -> None:
    """Let mentors, or everybody, read entries. Nothing is sent."""
    wanted = parsing.parse_choice(Visibility, level)
    if wanted is Visibility.PRIVATE:
        raise InvalidInput("allow can't make entries private.", hint="To keep them private: mentorlog share withhold N")
    _set_visibility(call, wanted, numbers or [], filters, is_trial=trial)


@app.verb("mentorlog share withhold 139", "mentorlog share withhold --with Mie --dry-run")
@filter_options()
def withhold(call: Invocation, numbers: Which = None, filters: Filters = NO_FILTERS, trial: DryRun = False) -> None:
    """Make entries private again. You can't recall what was sent already."""
    _set_visibility(call, Visibility.PRIVATE, numbers or [], filters, is_trial=trial)


def _set_visibility(
    call: Invocation, level: Visibility, numbers: list[str], filters: Filters, *, is_trial: bool
) -> None:
    """Let `level` be what the chosen entries have; in a trial only say so."""
    from mentorlog.views.json.records import visibility_keys
    from mentorlog.views.sharing import visibility_message

    with call.open_readonly() as journal:
        done = _allowed(call, journal, level, numbers, filters, is_trial=is_trial)
    if done.changed and not is_trial:
        with call.open_writable() as journal:
            done = _allowed(call, journal, level, numbers, filters, is_trial=is_trial)
            with journal.write(f"share {'withhold' if level is Visibility.PRIVATE else 'allow'}", at=call.now) as w:
                for entry in done.changed:
                    w.change(replace(w.entry(entry.number), visibility=level))
    said = visibility_message(call.apply_veil(done), call.location_suffix, in_full=is_plain_requested(call))
    print_result(call, said, visibility_keys(done))


def _allowed(
    call: Invocation, journal: "Journal", level: Visibility, numbers: list[str], filters: Filters, *, is_trial: bool
) -> VisibilityChange:
    entries = _chosen(call, journal, numbers, filters)
    is_private = level is Visibility.PRIVATE  # what everybody may read, mentors may read already
    enough = (level,) if is_private else Reader(level.value).visibilities
    changes = [entry for entry in entries if entry.visibility not in enough]
    others = tuple(entry for entry in entries if entry not in changes)
    return VisibilityChange(visibility=level, changed=tuple(changes), unchanged=others, is_trial=is_trial)


def _chosen(call: Invocation, journal: "Journal", numbers: list[str], filters: Filters) -> tuple[Entry, ...]:
    if numbers and filters != NO_FILTERS:
        raise InvalidInput("Give either entry numbers or filters.", hint="Leave out one of the two.")
    if numbers:
        return tuple(journal.entry(number) for number in parsing.numbers(journal, numbers))
    if filters == NO_FILTERS:
        raise InvalidInput("Which entries?", hint="Name them by number or by filters, such as -a growth; or say --all.")
    return journal.entries(filters.selection(call, journal))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Encryption:
    """How the files are encrypted: for `keys`, with a `passphrase` (`is_new` where it was made here), or not."""

    keys: tuple[str, ...] = ()
    passphrase: str = ""
    is_generated: bool = False

    @property
    def scheme(self) -> str:
        """What the manifest calls it."""
        return "key" if self.keys else "passphrase" if self.passphrase else ""


@app.verb("mentorlog share preview --with Ánh", "mentorlog share preview --with Ánh -a growth --in 2026")
@filter_options(without=("period", "with_"))
def preview(call: Invocation, with_: Whom, numbers: Which = None, filters: Filters = NO_FILTERS) -> None:
    """Show exactly what somebody would see in a packet, and what stays here."""
    from mentorlog.views.lists.entries import share_preview

    with call.open_readonly() as journal:
        reader = packet_builder.reader_of(journal, with_)
        entries = packet_builder.select_entries(call, journal, reader, numbers or [], filters)
        figure = packet_builder.build_preview(call, journal, reader, entries)
    show_sheet(call, share_preview, figure)


@app.verb(
    "mentorlog share make --with Ánh",
    "mentorlog share make --with Ánh -o ~/for-anh --passphrase",
    'mentorlog share make --with Ánh --key "$(cat anh-key.txt)"',
)
@filter_options(without=("period", "with_"))
def make(
    call: Invocation,
    with_: Whom,
    numbers: Which = None,
    filters: Filters = NO_FILTERS,
    out: Folder = ".",
    key: Keys = None,
    passphrase: UsePassphrase = False,
    passphrase_file: Kept = None,
) -> None:
    """Make a packet: one page to read in any browser, and one file for a mentor who has mentorlog.

    Nothing is sent: how the files reach their reader is up to you.
    """
    folder = _folder(out)
    with call.open_readonly() as journal:
        reader = packet_builder.reader_of(journal, with_)
        packet_builder.select_entries(call, journal, reader, numbers or [], filters)
    lock = _choose_encryption(call, tuple(key or ()), asks=passphrase, file=passphrase_file)
    with remove_on_failure() as files, call.open_writable() as journal, journal.write_packets() as sharing:
        entries = packet_builder.select_entries(call, journal, reader, numbers or [], filters)
        numbering = sharing.numbering(reader, [entry.number for entry in entries])
        page = packet_builder.build_page(call, reader, entries, numbering, _token(sharing, folder))
        packet = _manifest(call, page, reader, numbering, lock)
        sharing.add(packet)
        _write(folder, page, lock, files)
    mark_not_undoable(call, "share make")
    _print_packet(call, packet, files, lock, page)


@app.verb("mentorlog share list", "mentorlog share list 7f3a", name="list")
def list_(call: Invocation, packet: AnyPacket = None) -> None:
    """The packets you made: for whom, when, which entries, and what changed since."""
    from mentorlog.views.lists import sharing as lists

    with call.open_readonly() as journal:
        sharing = journal.sent_packets()
        packets = [sharing.packet(packet)] if packet is not None else sharing.packets()
        figure: tuple[SentPacket, ...] = tuple(compare_with_sent(journal, one) for one in packets)
    if packet is None:
        show_sheet(call, lists.packets, figure)
    else:
        show_sheet(call, lists.packet, figure[0])


@app.verb("mentorlog share revoke 7f3a")
def revoke(call: Invocation, packet: Packet) -> None:
    """Mark a packet as withdrawn. You can't recall a file once it is sent."""
    from mentorlog.views.json.records import packet_keys
    from mentorlog.views.sharing import packet_revoked_message

    with call.open_writable() as journal, journal.write_packets() as sharing:
        found = sharing.packet(packet)
        sharing.revoke(found, at=call.now)
        after = compare_with_sent(journal, sharing.packet(found.token))
    mark_not_undoable(call, "share revoke")
    print_result(call, packet_revoked_message(found, call.location_suffix), packet_keys(after))


def _manifest(call: Invocation, page: PacketPage, reader: Person, numbering: Numbering, lock: Encryption) -> Manifest:
    digests = {one.entry.number: one.digest for one in page.packet.entries}
    return Manifest(
        token=page.packet.token,
        reader=numbering.reader,
        person=reader,
        made_at=call.now,
        encryption=lock.scheme,
        entries=tuple(
            SentEntry(entry=number, reader_number=place, digest=digests[place.number])
            for number, place in numbering.places.items()
        ),
    )


def _folder(out: str) -> Path:
    folder = Path(out).expanduser()
    if folder.exists() and not folder.is_dir():
        raise InvalidInput("-o names a file; packets need a folder.", safe=NO_FILE, hint="Like this: -o ~/for-anh")
    return folder


def _choose_encryption(call: Invocation, keys: tuple[str, ...], *, asks: bool, file: str | None) -> Encryption:
    """How to encrypt, as typed; asks for a passphrase where that was wanted."""
    if (bool(keys) + asks + (file is not None)) > 1:
        raise InvalidInput(
            "A packet is encrypted for keys or with one passphrase.", safe=NO_FILE, hint="Leave out the others."
        )
    if keys:
        from mentorlog.exchange.encryption import check_keys

        check_keys(keys)
    if file is not None:
        return Encryption(passphrase=read_passphrase(file))
    if asks:
        typed, is_new = choose_passphrase(call)
        return Encryption(passphrase=typed, is_generated=is_new)
    return Encryption(keys=keys)


def _token(sharing: SentPackets, folder: Path) -> str:
    """A token whose file names are free in the folder."""
    token = sharing.new_token()
    while list(folder.glob(f"mentorlog-{token[:NAME_LENGTH]}.*")):
        token = sharing.new_token()
    return token


def _write(folder: Path, page: PacketPage, lock: Encryption, written: list[Path]) -> None:
    """Write the two files, and put each into `written` as soon as it is there."""
    contents = _contents(page, lock)
    make_private(folder)
    for ending, content in contents.items():
        path = folder / f"mentorlog-{page.packet.name}{ending}"
        write_file(path, content)
        written.append(path)


def _contents(page: PacketPage, lock: Encryption) -> dict[str, bytes]:
    """What the files hold, by ending; the document was read back before."""
    from mentorlog.exchange.encryption import encrypt_for_keys, encrypt_with_passphrase
    from mentorlog.exchange.header import is_too_large
    from mentorlog.exchange.packets import packet_json, read_packet
    from mentorlog.export.packet_html import packet_html

    document = packet_json(page.packet).encode()
    if is_too_large(document):
        raise InvalidInput("That is more than a packet holds.", safe=NO_FILE, hint="Choose a period: --in 2026")
    read_packet(document)
    contents = {".html": packet_html(page).encode(), ".json": document}
    if lock.keys:
        return {f"{ending}.age": encrypt_for_keys(content, lock.keys) for ending, content in contents.items()}
    if lock.passphrase:
        print_message("Encrypting, and opening again to be sure: a few seconds.")
        return {f"{name}.age": encrypt_with_passphrase(content, lock.passphrase) for name, content in contents.items()}
    return contents


def _print_packet(call: Invocation, packet: Manifest, files: list[Path], lock: Encryption, page: PacketPage) -> None:
    from mentorlog.views.sharing import packet_made_message

    if call.is_json:
        secret: dict[str, object] = {"passphrase": lock.passphrase} if lock.is_generated else {}
        entries = [sent.entry for sent in packet.entries]
        print_json({"packet": packet.token, "files": [os.fspath(file) for file in files], "entries": entries, **secret})
        return
    days = page.timeline.entries[0].on, page.timeline.entries[-1].on
    passphrase = lock.passphrase if lock.is_generated else ""
    shown = [display_path(file) for file in files]
    print_lines(call, packet_made_message(packet, shown, days, passphrase, call.location_suffix))
