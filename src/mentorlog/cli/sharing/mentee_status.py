"""How it stands with mentees, in the days of this machine."""

from datetime import date

from mentorlog.cli.app.context import Call
from mentorlog.insights.review import Standing
from mentorlog.model.reviews import MenteeTally


def standing(call: Call, tally: MenteeTally) -> Standing:
    """How it stands with a mentee, in local days."""

    def day(at: str) -> date | None:
        return call.local(at).date() if at else None

    return Standing(
        mentee=tally.mentee,
        packets=tally.packets,
        entries=tally.entries,
        new=tally.new,
        since=day(tally.since),
        last=call.local(tally.last).date(),
        answered=day(tally.answered),
        unsent=tally.unsent,
    )
