"""The JSON form of what is missing."""

from mentorlog.export.entry_keys import Keys
from mentorlog.insights.catchup import Catchup, Missing, Overdue, Unreflected


def catchup_keys(figure: Catchup) -> Keys:
    """Unfinished writing, then the questions: what each is about (a number, or a name), and what answers it."""
    return {
        "unfinished": [{"kind": str(kind), "on": begun.isoformat()} for kind, begun in figure.unfinished],
        "questions": [
            {"about": _about(question), "text": question.words, "command": question.command}
            for question in figure.questions
        ],
    }


def _about(question: Missing) -> int | str:
    match question:
        case Unreflected():
            return question.session.number
        case Overdue():
            return question.action.number
        case _:
            return question.person.name
