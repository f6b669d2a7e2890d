"""How it stands with mentees, in the days of this machine."""

from datetime import date

from mentorlog.cli.app.context import Invocation
from mentorlog.insights.review import MenteeStatus
from mentorlog.model.reviews import MenteeTally


def mentee_status(call: Invocation, tally: MenteeTally) -> MenteeStatus:
    """How it stands with a mentee, in local days."""

    def day(at: str) -> date | None:
        return call.local_time(at).date() if at else None

    return MenteeStatus(
        mentee=tally.mentee,
        packets=tally.packets,
        entries=tally.entries,
        new=tally.new,
        since=day(tally.since),
        last=call.local_time(tally.last).date(),
        answered=day(tally.answered),
        unsent=tally.unsent,
    )
