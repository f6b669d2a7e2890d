"""The page for the next session as Markdown, for a message. It names no numbers: those are the writer's own."""

from collections.abc import Iterator

from mentorlog.dates import long_day_month
from mentorlog.export.escaping import inline
from mentorlog.insights.prep import Prep, UnreportedAction
from mentorlog.model.entries import Action, Entry
from mentorlog.phrases.goals import TRIED
from mentorlog.text import summary


def render(figure: Prep) -> str:
    """The whole page."""
    day = long_day_month(figure.today)
    blocks = [f"# For our next session, {day}", *filter(None, _blocks(figure))]
    return "\n\n".join(blocks) + "\n"


def _blocks(figure: Prep) -> Iterator[str]:
    if figure.last:
        lines = [f"- {inline(part)}" for part in summary(figure.last.text or figure.last.title)]
        yield _block(f"Last time, {long_day_month(figure.last.on, figure.today)}", lines)
    yield _block("To tell you", [f"- {_to_tell_item(one, figure)}" for one in figure.unreported])
    yield _block("Open between us", [f"- {_open_action_item(action, figure)}" for action in figure.open_actions])
    yield _block("Questions", [f"{at}. {_words(one)}" for at, one in enumerate(figure.questions, start=1)])
    yield _block(
        "Gone quiet",
        [f"- {_words(one.goal)} (since {long_day_month(one.since, figure.today)})" for one in figure.stale_goals],
    )
    yield _block("What you wrote to me", [f"- {_words(one)}" for one in figure.feedback])
    if figure.suggestion:
        areas = ", ".join(inline(area.label) for area in figure.suggestion.areas)
        asked = [f"- {inline(figure.suggestion.question)}"] if figure.suggestion.question else []
        yield _block("If you like", [f"- Not yet spoken of: {areas}", *asked])


def _block(heading: str, lines: list[str]) -> str:
    return "\n".join([f"## {heading}", "", *lines]) if lines else ""


def _to_tell_item(one: UnreportedAction, figure: Prep) -> str:
    action = one.action
    ended = TRIED.get(action.outcome, action.status)
    why = next((event.because for event in reversed(action.events) if event.because), "")
    because = f": {inline(why)}" if why else ""
    return f"{_words(action)} ({ended}, {long_day_month(one.on, figure.today)}){because}"


def _open_action_item(action: Action, figure: Prep) -> str:
    who = inline(action.owner.name) if action.owner else "me"
    when = f"by {long_day_month(action.due, figure.today)}" if action.due else ""
    since = f"since {long_day_month(action.on, figure.today)}"
    return f"{who}: {_words(action)} ({when or since})"


def _words(entry: Entry) -> str:
    return inline(entry.title or entry.text)
