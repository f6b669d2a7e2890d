"""share preview, make, list, revoke: packets for a reader."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from mentorlog.cli.app import options
from mentorlog.cli.app.command import Command, call_of
from mentorlog.cli.app.context import Call, shown_path
from mentorlog.cli.app.filters import Filters
from mentorlog.cli.app.output import (
    answer,
    say_json,
    show,
    tell,
)
from mentorlog.cli.app.state import set_aside
from mentorlog.cli.sharing import packet_builder
from mentorlog.cli.sharing.share import Which, app
from mentorlog.errors import NO_FILE, Mistyped
from mentorlog.files import dropped_on_failure, make_private, write_whole
from mentorlog.insights.sharing import Left, Page
from mentorlog.model.packets import SHOWN
from mentorlog.model.people import Person
from mentorlog.model.sharing import Manifest, Numbering, Sent
from mentorlog.storage.sharing.packets import Sharing, handing_on

Whom = Annotated[str, typer.Option("-w", "--with", metavar="NAME", help="Who is to read it.", show_default=False)]
Folder = Annotated[str, typer.Option("-o", "--out", metavar="DIR", help="The folder for the files.")]
Keys = Annotated[
    list[str] | None,
    typer.Option("--key", metavar="AGE_KEY", help="Encrypt for this age key (age1…). May be repeated."),
]
Asks = Annotated[bool, typer.Option("--passphrase", help="Encrypt with a passphrase; asks, and offers a new one.")]
Kept = Annotated[
    str | None, typer.Option("--passphrase-file", metavar="F", help="Encrypt with the passphrase in this file.")
]
Packet = Annotated[str, typer.Argument(metavar="PACKET", help="What the packet is called: 7f3a.")]
AnyPacket = Annotated[str | None, typer.Argument(metavar="[PACKET]", help="Only this one, with its entries.")]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Lock:
    """How the files are encrypted: for `keys`, with a `passphrase` (`is_new` where it was made here), or not."""

    keys: tuple[str, ...] = ()
    passphrase: str = ""
    is_new: bool = False

    @property
    def word(self) -> str:
        """What the manifest calls it."""
        return "key" if self.keys else "passphrase" if self.passphrase else ""


@app.command(
    cls=Command,
    epilog="""
    mentorlog share preview --with Ánh
    mentorlog share preview --with Ánh -a growth --in 2026
    """,
)
def preview(
    ctx: typer.Context,
    with_: Whom,
    numbers: Which = None,
    in_: options.In = None,
    since: options.Since = None,
    until: options.Until = None,
    area: options.AreaFilter = None,
    kind: options.KindFilter = None,
    visible: options.VisibleFilter = None,
    limit: options.Limit = None,
    every: options.Everything = False,
) -> None:
    """Exactly what somebody would see in a packet, as they would see it, and what stays here."""
    call = call_of(ctx)
    filters = Filters(period=in_, since=since, until=until, area=area, kind=kind, visible=visible, limit=limit)
    with call.reading() as journal:
        reader = packet_builder.reader_of(journal, with_)
        entries = packet_builder.chosen(call, journal, reader, numbers or [], filters, every=every)
        figure = packet_builder.previewed(call, journal, reader, entries)
    show(call, "share_preview", figure)


@app.command(
    cls=Command,
    epilog="""
    mentorlog share make --with Ánh
    mentorlog share make --with Ánh -o ~/for-anh --passphrase
    mentorlog share make --with Ánh --key "$(cat anh-key.txt)"
    """,
)
def make(
    ctx: typer.Context,
    with_: Whom,
    numbers: Which = None,
    in_: options.In = None,
    since: options.Since = None,
    until: options.Until = None,
    area: options.AreaFilter = None,
    kind: options.KindFilter = None,
    visible: options.VisibleFilter = None,
    limit: options.Limit = None,
    every: options.Everything = False,
    out: Folder = ".",
    key: Keys = None,
    passphrase: Asks = False,
    passphrase_file: Kept = None,
) -> None:
    """Make a packet: one page to read in any browser, and one file for a mentor who has mentorlog.

    Nothing is sent: how the files reach their reader is up to you.
    """
    call = call_of(ctx)
    filters = Filters(period=in_, since=since, until=until, area=area, kind=kind, visible=visible, limit=limit)
    folder = _folder(out)
    with call.reading() as journal:
        reader = packet_builder.reader_of(journal, with_)
        packet_builder.chosen(call, journal, reader, numbers or [], filters, every=every)
    lock = _lock(call, tuple(key or ()), asks=passphrase, file=passphrase_file)
    with dropped_on_failure() as files, call.writing() as journal, handing_on(journal) as sharing:
        entries = packet_builder.chosen(call, journal, reader, numbers or [], filters, every=every)
        numbering = sharing.numbering(reader, [entry.number for entry in entries])
        page = packet_builder.page(call, reader, entries, numbering, _token(sharing, folder))
        packet = _manifest(call, page, reader, numbering, lock)
        sharing.put(packet)
        _write(folder, page, lock, files)
    set_aside(call, "share make")
    _say_made(call, packet, files, lock, page)


@app.command("list", cls=Command, epilog="mentorlog share list\nmentorlog share list 7f3a")
def list_(ctx: typer.Context, packet: AnyPacket = None) -> None:
    """The packets that left: for whom, when, which entries, and what changed since."""
    from mentorlog.cli.sharing.sent_packets import left

    call = call_of(ctx)
    with call.reading() as journal:
        sharing = journal.sharing()
        packets = [sharing.packet(packet)] if packet is not None else sharing.packets()
        figure: tuple[Left, ...] = tuple(left(journal, one) for one in packets)
    show(call, "packets" if packet is None else "packet", figure if packet is None else figure[0])


@app.command(cls=Command, epilog="mentorlog share revoke 7f3a")
def revoke(ctx: typer.Context, packet: Packet) -> None:
    """Note that a packet is no longer to count. A file that left can't be called back."""
    from mentorlog.cli.sharing.sent_packets import left
    from mentorlog.export.keys import packet_keys
    from mentorlog.views.sharing import revoked

    call = call_of(ctx)
    with call.writing() as journal, handing_on(journal) as sharing:
        found = sharing.packet(packet)
        sharing.revoke(found, at=call.now)
        after = left(journal, sharing.packet(found.token))
    set_aside(call, "share revoke")
    answer(call, revoked(found, call.where), packet_keys(after))


def _manifest(call: Call, page: Page, reader: Person, numbering: Numbering, lock: Lock) -> Manifest:
    digests = {one.entry.number: one.digest for one in page.packet.given}
    return Manifest(
        token=page.packet.token,
        reader=numbering.reader,
        person=reader,
        made_at=call.now,
        sealed=lock.word,
        sent=tuple(
            Sent(entry=number, place=place, digest=digests[place.number]) for number, place in numbering.places.items()
        ),
    )


def _folder(out: str) -> Path:
    folder = Path(out).expanduser()
    if folder.exists() and not folder.is_dir():
        raise Mistyped("-o names a file; packets need a folder.", safe=NO_FILE, hint="Like this: -o ~/for-anh")
    return folder


def _lock(call: Call, keys: tuple[str, ...], *, asks: bool, file: str | None) -> Lock:
    """How to encrypt, as typed; asks for a passphrase where that was wanted."""
    from mentorlog.cli.sharing.passphrases import new, read

    if (bool(keys) + asks + (file is not None)) > 1:
        raise Mistyped(
            "A packet is encrypted for keys or with one passphrase.", safe=NO_FILE, hint="Leave out the others."
        )
    if keys:
        from mentorlog.exchange.sealing import check_keys

        check_keys(keys)
    if file is not None:
        return Lock(passphrase=read(file))
    if asks:
        typed, is_new = new(call)
        return Lock(passphrase=typed, is_new=is_new)
    return Lock(keys=keys)


def _token(sharing: Sharing, folder: Path) -> str:
    """A token whose file names are free in the folder."""
    token = sharing.new_token()
    while list(folder.glob(f"mentorlog-{token[:SHOWN]}.*")):
        token = sharing.new_token()
    return token


def _write(folder: Path, page: Page, lock: Lock, written: list[Path]) -> None:
    """Write the two files, and put each into `written` as soon as it is there."""
    contents = _contents(page, lock)
    make_private(folder)
    for ending, content in contents.items():
        path = folder / f"mentorlog-{page.packet.name}{ending}"
        write_whole(path, content)
        written.append(path)


def _contents(page: Page, lock: Lock) -> dict[str, bytes]:
    """What the files hold, by ending; the document was read back before."""
    from mentorlog.exchange.header import is_too_large
    from mentorlog.exchange.packets import read_packet
    from mentorlog.exchange.sealing import seal_for_keys, seal_with_passphrase
    from mentorlog.export.packet_html import packet_html
    from mentorlog.export.packet_json import packet_json

    document = packet_json(page.packet).encode()
    if is_too_large(document):
        raise Mistyped("That is more than a packet holds.", safe=NO_FILE, hint="Choose a period: --in 2026")
    read_packet(document)
    contents = {".html": packet_html(page).encode(), ".json": document}
    if lock.keys:
        return {f"{ending}.age": seal_for_keys(content, lock.keys) for ending, content in contents.items()}
    if lock.passphrase:
        tell("Encrypting, and opening again to be sure: a few seconds.")
        return {f"{ending}.age": seal_with_passphrase(content, lock.passphrase) for ending, content in contents.items()}
    return contents


def _say_made(call: Call, packet: Manifest, files: list[Path], lock: Lock, page: Page) -> None:
    from mentorlog.views.sharing import made

    if call.is_json:
        secret: dict[str, object] = {"passphrase": lock.passphrase} if lock.is_new else {}
        entries = [sent.entry for sent in packet.sent]
        say_json({"packet": packet.token, "files": [os.fspath(file) for file in files], "entries": entries, **secret})
        return
    days = page.timeline.entries[0].on, page.timeline.entries[-1].on
    passphrase = lock.passphrase if lock.is_new else ""
    answer(call, made(packet, [shown_path(file) for file in files], days, passphrase, call.where), {})
