"""A packet on its way in: read up to a limit, opened where it is encrypted, and checked."""

from pathlib import Path

from mentorlog.cli.app.context import Call
from mentorlog.cli.interactive.interview import can_ask
from mentorlog.cli.sharing import passphrases
from mentorlog.cli.transfer.file_kind import check_door, read_up_to
from mentorlog.errors import DiskRefused, Mistyped, WrongKey
from mentorlog.exchange.packets import read_packet
from mentorlog.exchange.sealing import (
    OVERHEAD,
    check_form,
    is_for_keys,
    is_sealed,
    open_with_keys,
    open_with_passphrase,
)
from mentorlog.exchange.validators import NOTHING
from mentorlog.model.packets import LARGEST, Packet

MOST_KEYS = 65_536


def read(call: Call, file: str, passphrase_file: str | None, key_file: str | None) -> Packet:
    """The packet in a file. Raises WrongKey where what is named or typed does not open it, and what reading or
    checking it raises.
    """
    content = read_up_to(file, LARGEST + OVERHEAD)
    if is_sealed(content):
        content = _opened(call, content, passphrase_file, key_file)
    check_door(content, "packet")
    return read_packet(content)


def _opened(call: Call, sealed: bytes, passphrase_file: str | None, key_file: str | None) -> bytes:
    check_form(sealed)
    if is_for_keys(sealed) and not key_file:
        raise WrongKey("The file is encrypted for a key.", safe=NOTHING, hint="Name yours: --key-file FILE")
    if key_file and is_for_keys(sealed):
        return open_with_keys(sealed, _keys(key_file))
    if passphrase_file:
        return open_with_passphrase(sealed, passphrases.read(passphrase_file))
    if not can_ask(call):
        raise Mistyped("The file is encrypted.", safe=NOTHING, hint="Its passphrase in a file: --passphrase-file F")
    return open_with_passphrase(sealed, passphrases.hidden("Passphrase: "))


def _keys(file: str) -> str:
    try:
        with Path(file).expanduser().open("rb") as stream:
            return stream.read(MOST_KEYS).decode(errors="replace")
    except OSError as error:
        told = f"The key can't be read: {error.strerror}."
        raise DiskRefused(told, safe=NOTHING, hint="Name the file that age-keygen wrote.") from None
