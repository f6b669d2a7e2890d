"""A packet on its way in: read up to a limit, and checked."""

from mentorlog.cli.doors import check_door, read_up_to
from mentorlog.exchange.packets import read_packet
from mentorlog.model.packets import LARGEST, Packet


def read(file: str) -> Packet:
    """The packet in a file. Raises what reading or checking it raises."""
    content = read_up_to(file, LARGEST)
    check_door(content, "packet")
    return read_packet(content)
