"""A packet on its way in: read up to a limit, opened where it is encrypted, and checked."""

from pathlib import Path

from mentorlog.cli.app.context import Invocation
from mentorlog.cli.interactive.prompts import can_ask
from mentorlog.cli.sharing import passphrases
from mentorlog.cli.transfer.file_kind import check_kind, read_up_to
from mentorlog.errors import NOTHING_IMPORTED, InvalidInput, StorageError, WrongKey
from mentorlog.exchange import encryption
from mentorlog.exchange.packets import read_packet
from mentorlog.model.packets import MAX_BYTES, Packet

MOST_KEYS = 65_536


def read_packet_file(call: Invocation, file: str, passphrase_file: str | None, key_file: str | None) -> Packet:
    """The packet in a file. Raises WrongKey where what is named or typed does not open it, and what reading or
    checking it raises.
    """
    content = read_up_to(file, MAX_BYTES + encryption.OVERHEAD)
    if encryption.is_encrypted(content):
        content = _decrypt(call, content, passphrase_file, key_file)
    check_kind(content, "packet")
    return read_packet(content)


def _decrypt(call: Invocation, sealed: bytes, passphrase_file: str | None, key_file: str | None) -> bytes:
    encryption.check_not_armoured(sealed)
    if encryption.is_for_keys(sealed) and not key_file:
        raise WrongKey("The file is encrypted for a key.", safe=NOTHING_IMPORTED, hint="Name yours: --key-file FILE")
    if key_file and encryption.is_for_keys(sealed):
        return encryption.decrypt_with_keys(sealed, _keys(key_file))
    if passphrase_file:
        return encryption.decrypt_with_passphrase(sealed, passphrases.read_passphrase(passphrase_file))
    if not can_ask(call):
        raise InvalidInput(
            "The file is encrypted.", safe=NOTHING_IMPORTED, hint="Its passphrase in a file: --passphrase-file F"
        )
    return encryption.decrypt_with_passphrase(sealed, passphrases.prompt_hidden("Passphrase: "))


def _keys(file: str) -> str:
    try:
        with Path(file).expanduser().open("rb") as stream:
            return stream.read(MOST_KEYS).decode(errors="replace")
    except OSError as error:
        told = f"The key can't be read: {error.strerror}."
        raise StorageError(told, safe=NOTHING_IMPORTED, hint="Name the file that age-keygen wrote.") from None
