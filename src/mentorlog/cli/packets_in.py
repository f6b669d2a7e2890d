"""A packet on its way in: read up to a limit, opened where it is encrypted, and checked."""

from mentorlog.cli.call import Call
from mentorlog.cli.doors import check_door, read_up_to
from mentorlog.exchange.packets import read_packet
from mentorlog.model.packets import LARGEST, Packet


def read(call: Call, file: str, passphrase_file: str | None, key_file: str | None) -> Packet:
    """The packet in a file. Raises what reading it raises, naming the file."""
    content = read_up_to(file, LARGEST)
    check_door(content, "packet")
    return read_packet(content)
