"""Nothing of a withheld entry leaves: not its words, uid, number, day, areas or people, in any byte of a packet."""

import os
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.filters import Filters
from mentorlog.cli.sharing import packet_builder
from mentorlog.exchange.packets import packet_json
from mentorlog.export.packet_html import packet_html
from mentorlog.model.areas import Area
from mentorlog.model.entries import (
    Action,
    Checkin,
    Entry,
    Event,
    EventType,
    Goal,
    Question,
    Reflection,
    Session,
    Visibility,
)
from mentorlog.model.people import Person
from mentorlog.storage.journal import Journal, empty_journal
from tests.entries import NOW

JOURNALS = int(os.environ.get("MENTORLOG_LEAKS", "25"))
KINDS: tuple[type[Entry], ...] = (Session, Reflection, Goal, Action, Question, Checkin)


def filled(journal: Journal, chance: Random) -> tuple[Person, list[str], int]:
    """A journal by chance; returns the reader, the sentinels of what is withheld, and how many entries may go."""
    reader = Person(name="Zzreader", uid="1" * 32)
    sentinels, count = [], 0
    with journal.write("fill", at=NOW) as writing:
        reader = writing.add_person(Person(name="Zzreader"))
        numbers: list[int] = []
        for place in range(chance.randint(2, 14)):
            secret = f"q{chance.getrandbits(80):020x}"
            is_withheld = chance.random() < 0.5
            area = writing.add_area(Area(slug=f"a{secret}", name=f"n{secret}"))
            other = writing.add_person(Person(name=f"p{secret}"))
            day = date(2020, 1, 1) + timedelta(days=2 * place + (1200 if is_withheld else 0))
            kind = chance.choice(KINDS)
            draft = kind(
                on=day,
                text=f"t{secret}",
                title=f"h{secret}",
                areas=(area,),
                people=chance.choice(((), (reader,), (reader, other))),
                about=chance.choice([None, *numbers]),
                goals=(),
                visibility=Visibility.PRIVATE if is_withheld else chance.choice((Visibility.MENTOR, Visibility.PUBLIC)),
            )
            if isinstance(draft, Goal):
                draft = replace(draft, events=(Event(on=day, what=EventType.CREATED, text=f"e{secret}"),))
            saved = writing.add(draft)
            numbers.append(saved.number)
            if is_withheld:
                sentinels += [secret, saved.uid, day.isoformat(), other.uid]
            else:
                sentinels += [saved.uid, f"a{secret}", other.uid, "writing_at", NOW]
                count += 1
    return reader, sentinels, count


def test_no_sentinel_of_what_is_withheld_leaves(tmp_path: Path) -> None:
    call, tried = Invocation(), 0
    for seed in range(JOURNALS):
        chance = Random(seed)
        with empty_journal(NOW) as journal:
            reader, sentinels, count = filled(journal, chance)
            if not count:
                continue
            entries = packet_builder.select_entries(call, journal, reader, [], Filters(is_all=True))
            numbering = journal.sent_packets().numbering(reader, [entry.number for entry in entries])
            page = packet_builder.build_page(call, reader, entries, numbering, journal.sent_packets().new_token())
            handed = packet_json(page.packet) + packet_html(page)
        assert len(entries) == count
        assert sorted(one.entry.number for one in page.packet.entries) == list(range(1, count + 1))
        assert [sentinel for sentinel in sentinels if sentinel in handed] == []
        assert page.progress.entries == page.timeline.total == count
        tried += 1
    assert tried > JOURNALS * 0.8
    assert list(tmp_path.iterdir()) == [tmp_path / "home"]
