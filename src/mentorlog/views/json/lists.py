"""The JSON forms of lists."""

from collections.abc import Iterable

from mentorlog.insights.catchup import Catchup, CatchupQuestion, OverdueAction, UnreflectedSession
from mentorlog.insights.listing import Listing
from mentorlog.insights.review import Mentees
from mentorlog.insights.sharing import SentPacket, SharePreview
from mentorlog.insights.year import Preview
from mentorlog.model.frameworks import Framework
from mentorlog.model.history import CommandRecord, Version
from mentorlog.model.json_form import Keys, day_key, entry_keys, period_keys
from mentorlog.model.packets import entry_document
from mentorlog.model.reports import Backup
from mentorlog.model.tallies import AreaTally, PersonTally
from mentorlog.views.json.records import (
    area_keys,
    area_tally_keys,
    backup_keys,
    covered_period,
    deed_keys,
    entries_keys,
    mentee_status_keys,
    packet_keys,
    person_keys,
    person_tally_keys,
)


def listing_keys(listing: Listing) -> Keys:
    """Entries in the order in which they are shown."""
    return {
        "period": period_keys(listing.period or covered_period(listing.entries)),
        "total": listing.total,
        "entries": entries_keys(listing.entries),
    }


def tender_keys(listing: Listing) -> Keys:
    """Tender entries: their numbers and days, and nothing else."""
    return {
        "period": period_keys(listing.period or covered_period(listing.entries)),
        "total": listing.total,
        "entries": [{"number": entry.number, "on": entry.on.isoformat()} for entry in listing.entries],
    }


def areas_keys(tallies: Iterable[AreaTally]) -> Keys:
    """The benefit areas, and how many entries touch each."""
    return {"areas": [{**area_keys(tally.area), **area_tally_keys(tally)} for tally in tallies]}


def people_keys(tallies: Iterable[PersonTally]) -> Keys:
    """The people of the journal, and how often one met."""
    return {"people": [{**person_keys(tally.person), **person_tally_keys(tally)} for tally in tallies]}


def frameworks_keys(frameworks: Iterable["Framework"]) -> Keys:
    """Frameworks with their questions."""
    return {
        "frameworks": [
            {
                "name": framework.name,
                "kind": framework.kind,
                "title": framework.title,
                "version": framework.version,
                "questions": [
                    {"key": prompt.key, "question": prompt.words, "spine": prompt.spine, "option": prompt.option}
                    for prompt in framework.prompts
                ],
            }
            for framework in frameworks
        ]
    }


def settings_keys(settings: Iterable[tuple[str, str]]) -> Keys:
    """The user's settings, each as it is written in its file."""
    return {"settings": dict(settings)}


def backups_keys(backups: Iterable[Backup]) -> Keys:
    """The backups of a journal."""
    return {"backups": [backup_keys(backup) for backup in backups]}


def history_keys(deeds: Iterable[CommandRecord]) -> Keys:
    """What was done, in the order given."""
    return {"deeds": [deed_keys(deed) for deed in deeds]}


def versions_keys(versions: Iterable[Version]) -> Keys:
    """What an entry used to be; "entry" is null where it did not exist before the deed."""
    return {
        "versions": [
            {"deed": deed_keys(version.command), "entry": entry_keys(version.entry) if version.entry else None}
            for version in versions
        ]
    }


def catchup_keys(figure: Catchup) -> Keys:
    """Unfinished writing, then the questions: what each is about (a number, or a name), and what answers it."""
    return {
        "unfinished": [{"kind": str(kind), "on": begun.isoformat()} for kind, begun in figure.unfinished],
        "questions": [
            {"about": _about(question), "text": question.question, "command": question.command}
            for question in figure.questions
        ],
    }


def _about(question: CatchupQuestion) -> int | str:
    match question:
        case UnreflectedSession():
            return question.session.number
        case OverdueAction():
            return question.action.number
        case _:
            return question.person.name


def year_preview_keys(figure: Preview) -> Keys:
    """What goes in, each entry "as" a number of the reader's; what of the period stays "out", each with the reason."""
    rule, period = figure.frame.rule, figure.period
    return {
        "reader": str(rule.reader),
        "names": str(rule.names),
        "period": {"from": day_key(period.start), "until": day_key(period.until)},
        "entries": [{"number": row.entry.number, "as": row.number} for row in figure.within],
        "out": [{"number": row.entry.number, "why": row.reason} for row in figure.without],
    }


def mentees_keys(mentees: Mentees) -> Keys:
    """All mentees at a glance."""
    return {"mentees": [mentee_status_keys(standing) for standing in mentees.standings]}


def share_preview_keys(figure: SharePreview) -> Keys:
    """The entries exactly as a packet would hold them, and our own number of each; in the same order."""
    shown = [detail.entry for detail in figure.details]
    return {
        "for": figure.addressee.name,
        "period": {"from": shown[0].on.isoformat(), "until": shown[-1].on.isoformat()},
        "total": len(shown),
        "entries": [entry_document(entry) for entry in shown],
        "yours": [figure.yours[entry.number] for entry in shown],
        "naming_others": list(figure.naming),
    }


def packets_keys(figure: tuple[SentPacket, ...]) -> Keys:
    """The packets that left, oldest first."""
    return {"packets": [packet_keys(left) for left in figure]}
