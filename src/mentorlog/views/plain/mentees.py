"""All mentees at a glance, in plain words: one a line."""

from collections.abc import Iterator

from mentorlog.dates import long_day_month
from mentorlog.insights.review import Mentees, MenteeStatus
from mentorlog.phrases.comments import awaiting_reply_phrase, new_entries_phrase, unsent_phrase
from mentorlog.phrases.grammar import plural, sentence
from mentorlog.text import one_line


def lines(figure: Mentees) -> Iterator[str]:
    """Each with what is new and who waits."""
    for standing in figure.standings:
        yield sentence(line(standing, figure))


def line(standing: MenteeStatus, figure: Mentees) -> str:
    """As "Lan: 3 new entries since 8 March, waits for an answer, last packet on 12 March, 4 packets"."""
    last = f"last packet on {long_day_month(standing.last, figure.today)}"
    answered = f"answered on {long_day_month(standing.answered, figure.today)}" if standing.answered else ""
    facts = (
        awaiting_reply_phrase(standing),
        unsent_phrase(standing),
        last,
        answered,
        plural("packet", standing.packets),
    )
    told = filter(None, (new_entries_phrase(standing, figure.today, in_full=True), *facts))
    return f"{one_line(standing.mentee.name)}: {', '.join(told)}"
