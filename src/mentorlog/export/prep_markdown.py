"""The page for the next session as Markdown, for a message. It names no numbers: those are the writer's own."""

from collections.abc import Iterator

from mentorlog.dates import long_day_month
from mentorlog.export.escaping import inline
from mentorlog.insights.prep import Prep, Untold
from mentorlog.model.entries import Action, Entry
from mentorlog.text import gist

BECAME = {"worked": "tried, and it worked", "did-not-work": "tried, and it did not work"}
STATUS = {"done": "done", "dropped": "set aside"}


def render(figure: Prep) -> str:
    """The whole page."""
    day = long_day_month(figure.today)
    blocks = [f"# For our next session, {day}", *filter(None, _blocks(figure))]
    return "\n\n".join(blocks) + "\n"


def _blocks(figure: Prep) -> Iterator[str]:
    if figure.last:
        lines = [f"- {inline(part)}" for part in gist(figure.last.text or figure.last.title)]
        yield _block(f"Last time, {long_day_month(figure.last.on, figure.today)}", lines)
    yield _block("To tell you", [f"- {_told(one, figure)}" for one in figure.to_tell])
    yield _block("Open between us", [f"- {_open(action, figure)}" for action in figure.open])
    yield _block("Questions", [f"{at}. {_words(one)}" for at, one in enumerate(figure.questions, start=1)])
    yield _block(
        "Gone quiet",
        [f"- {_words(one.goal)} (since {long_day_month(one.since, figure.today)})" for one in figure.quiet],
    )
    yield _block("What you wrote to me", [f"- {_words(one)}" for one in figure.feedback])
    if figure.offer:
        areas = ", ".join(inline(area.label) for area in figure.offer.areas)
        asked = [f"- {inline(figure.offer.question)}"] if figure.offer.question else []
        yield _block("If you like", [f"- Not yet spoken of: {areas}", *asked])


def _block(heading: str, lines: list[str]) -> str:
    return "\n".join([f"## {heading}", "", *lines]) if lines else ""


def _told(one: Untold, figure: Prep) -> str:
    action = one.action
    ended = BECAME.get(action.outcome, STATUS[action.status])
    why = next((event.because for event in reversed(action.events) if event.because), "")
    because = f": {inline(why)}" if why else ""
    return f"{_words(action)} ({ended}, {long_day_month(one.on, figure.today)}){because}"


def _open(action: Action, figure: Prep) -> str:
    who = inline(action.owner.name) if action.owner else "me"
    when = f"by {long_day_month(action.due, figure.today)}" if action.due else ""
    since = f"since {long_day_month(action.on, figure.today)}"
    return f"{who}: {_words(action)} ({when or since})"


def _words(entry: Entry) -> str:
    return inline(entry.title or entry.text)
