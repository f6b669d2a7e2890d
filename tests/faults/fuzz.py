"""A coverage-guided fuzzer on what reads packets and feedback, with atheris: just fuzz SECONDS.

It tries the bytes as they come, and once more with every digest made to fit. Whatever is read must be refused with a
sentence, or be kept and read again without harm.
"""

import json
import os
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from mentorlog.errors import Damaged, InvalidInput, TooNew

AT = "2026-03-12T10:00:00+00:00"
SECONDS_EACH, MB = 10, 1000  # on a machine that does other things too, and a fuzzer itself keeps much
LONGEST = 16 * 1024


def one(content: bytes) -> None:
    """What is tried with one input."""
    for form in (content, _fitting(content)):
        with suppress(Damaged, TooNew):
            READ[b"feedback" in form[:200]](form)


def _fitting(content: bytes) -> bytes:
    from tests.faults.mutants import sealed_again

    try:
        document = json.loads(content)
    except (ValueError, RecursionError):
        return b""
    return sealed_again(document) if isinstance(document, dict) else b""


def _packet(content: bytes) -> None:
    from mentorlog.exchange.packets import read_packet
    from mentorlog.storage.journal import empty_journal

    packet = read_packet(content)
    with empty_journal(AT) as journal, suppress(InvalidInput):
        (arrival,) = journal.import_packets([packet], at=AT)
        assert journal.check().is_intact
        assert len(journal.mentee_queries().entries(arrival.mentee)) == len(packet.entries)


def _feedback(content: bytes) -> None:
    from mentorlog.exchange.feedback_files import feedback_json, read_feedback

    assert read_feedback(feedback_json(file := read_feedback(content)).encode()) == file


READ = {False: _packet, True: _feedback}


def main(seconds: int) -> None:
    """Fuzz for so long; a finding ends it, and lies beside as crash-…"""
    atheris = import_module("atheris")
    with atheris.instrument_imports(include=["mentorlog", "json"]):
        for room in (
            "exchange.packets",
            "exchange.feedback_files",
            "storage.sharing.mentee_writes",
            "storage.journal",
        ):
            import_module(f"mentorlog.{room}")
        import_module("tests.faults.mutants")
        import_module("json.decoder")
    with TemporaryDirectory() as folder:
        corpus = _corpus(Path(folder))
        limits = (
            f"-max_total_time={seconds}",
            f"-timeout={SECONDS_EACH}",
            f"-rss_limit_mb={MB}",
            f"-max_len={LONGEST}",
        )
        atheris.Setup([sys.argv[0], *limits, f"-dict={Path(folder) / 'words'}", str(corpus)], one)
        atheris.Fuzz()


def _corpus(folder: Path) -> Path:
    """Good files to begin with, and the words of both forms."""
    from mentorlog.exchange.packets import packet_json
    from tests.exchange.test_feedback_files import as_bytes, whole
    from tests.mentees import FIRST, SECOND

    (folder / "corpus").mkdir()
    files = [packet_json(FIRST).encode(), packet_json(SECOND).encode(), as_bytes(whole())]
    for number, content in enumerate(files):
        (folder / "corpus" / str(number)).write_bytes(content)
    words = {
        part for content in files for part in content.decode().split('"') if part.isidentifier() and part.isascii()
    }
    (folder / "words").write_text("".join(f'"\\"{word}\\""\n' for word in sorted(words)))
    return folder / "corpus"


if __name__ == "__main__":
    os.environ.setdefault("TZ", "UTC")
    main(int(sys.argv[1]))
