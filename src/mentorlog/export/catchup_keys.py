"""The JSON form of what is missing."""

from mentorlog.export.entry_keys import Keys
from mentorlog.insights.catchup import Catchup, CatchupQuestion, OverdueAction, UnreflectedSession


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
