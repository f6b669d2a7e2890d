"""What left a made-up journal, and what would. Today is Thursday 12 March 2026."""

from collections.abc import Callable
from dataclasses import replace

from mentorlog.insights.listing import Detail, EntryShare
from mentorlog.insights.sharing import SentPacket, SharePreview
from mentorlog.model.entries import Entry, Feedback
from mentorlog.model.people import Person
from mentorlog.model.sharing import Manifest, ReaderNumber, SentEntry
from tests.views.figures import AGAIN, ANH, HEARD, MIE, PACKET, SEND, TODAY, day

SENT = (PACKET, HEARD, SEND)


def packet(name: str = "7f3a", person: Person = ANH, *, sealed: str = "", revoked_at: str = "") -> Manifest:
    return Manifest(
        token=name * 8,
        reader="c0ff" * 8,
        person=person,
        made_at="2026-03-08T18:04:00+00:00",
        encryption=sealed,
        revoked_at=revoked_at,
        entries=tuple(
            SentEntry(entry=entry.number, reader_number=ReaderNumber(number=at, uid=f"{at:032x}"), digest="")
            for at, entry in enumerate(SENT, start=1)
        ),
    )


def left(packet: Manifest, *present: Entry, changed: tuple[int, ...] = ()) -> SentPacket:
    return SentPacket(packet=packet, present={entry.number: entry for entry in present}, changed=changed)


WHOLE = left(packet(sealed="passphrase"), *SENT)
REVOKED = left(packet("b1e5", revoked_at="2026-03-10T07:00:00+00:00"), PACKET, HEARD, changed=(HEARD.number, 140))
FOR_MIE = left(replace(packet("0c4d", MIE), entries=WHOLE.packet.entries[:1]), PACKET)


def preview(*entries: Entry, addressee: Person = ANH, naming: tuple[int, ...] = ()) -> SharePreview:
    seen = [replace(entry, number=at) for at, entry in enumerate(entries, start=1)]
    return SharePreview(
        addressee=addressee,
        details=tuple(Detail(entry=entry, today=TODAY) for entry in seen),
        yours={at: entry.number for at, entry in enumerate(entries, start=1)},
        naming=naming,
        today=TODAY,
    )


def whole_preview() -> SharePreview:
    return preview(PACKET, HEARD, SEND, naming=(3,))


def seen_detail() -> Detail:
    seen = EntryShare(person=ANH, packet="7f3a", on=day(3, 8), is_changed=False)
    return Detail(entry=AGAIN, today=TODAY, shares=(seen, replace(seen, person=MIE, is_changed=True)))


def feedback_detail() -> Detail:
    asked = Feedback(
        number=151, on=day(3, 10), text="Whose goal is it?", owner=ANH, about=142, packet="7f3a" * 8, is_question=True
    )
    return Detail(entry=asked, today=TODAY, about=AGAIN, is_outdated=True)


FROM_TEXT: dict[str, Callable[[str], object]] = {
    "share_preview": lambda words: preview(replace(HEARD, text=words), addressee=Person(name=words)),
    "packets": lambda words: (left(packet(person=Person(name=words)), *SENT),),
    "packet": lambda words: left(
        packet(person=Person(name=words)), *(replace(entry, text=words, title="") for entry in SENT)
    ),
    "detail:seen": lambda words: replace(
        seen_detail(), shares=(EntryShare(person=Person(name=words), packet="7f3a", on=TODAY, is_changed=True),)
    ),
}
