"""What documents say of entries and goals; HTML, Markdown and packets share it.

Words that are the user's stand in it between Unicode's isolates, so that a format can set them apart. `text.safe` lets
neither through, so no user text can imitate them.
"""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from mentorlog.dates import Period, long_day_month
from mentorlog.insights.goal_story import Step
from mentorlog.insights.year import SummaryOptions
from mentorlog.model import entries as model
from mentorlog.model.areas import Area
from mentorlog.model.people import Person
from mentorlog.phrases import entries, grammar
from mentorlog.phrases.days import near_day, span
from mentorlog.phrases.entries import ASKS_QUESTION, KINDS, length, rating_phrase, unless_private
from mentorlog.phrases.events import EVENTS, event_word, reached
from mentorlog.phrases.goals import OUTCOME, TOLD, measured_or_direction
from mentorlog.phrases.grammar import capital, join_list, noun, plural
from mentorlog.text import one_line

ISOLATE_START, ISOLATE_END = "\u2068", "\u2069"
USER_TEXT = re.compile(f"{ISOLATE_START}(.*?){ISOLATE_END}")


def isolate(words: str) -> str:
    """The user's words on one line, safe to show, between the marks."""
    return f"{ISOLATE_START}{one_line(words)}{ISOLATE_END}"


def names(people: Iterable[Person]) -> str:
    """Names whole, as the user wrote them."""
    return grammar.names(people, isolate)


def labels(areas: Iterable[Area]) -> str:
    """What areas are called, one after the other."""
    return ", ".join(isolate(area.label) for area in areas)


def kinds_phrase(found: Iterable[model.Entry]) -> str:
    """Such as "22 reflections, 16 sessions and 1 goal"."""
    counts = Counter(entry.kind for entry in found)
    return join_list(plural(noun(kind), counts[kind]) for kind in KINDS if counts[kind])


def kind_phrase(entry: model.Entry, frame: SummaryOptions) -> str:
    """What an entry is: "Session with Ánh", "Question for Mie 美恵", "Action, yours"."""
    return entries.kind_words(entry, isolate, _mine(frame))


def owner(entry: model.EntryWithOwner, frame: SummaryOptions) -> str:
    """Whose an action is; the writer's own is "yours" only to the writer."""
    return entries.owner(entry, isolate, _mine(frame))


def _mine(frame: SummaryOptions) -> str:
    if frame.rule.is_own:
        return "yours"
    return isolate(frame.name) if frame.name else "the mentee"


def step_phrase(step: Step, goal: model.Goal) -> str:
    """What happened to a goal: "Checked in, 2 of 5", "Paused for 5 weeks, because …", "Reworded from … to …"."""
    event = step.event
    measured = _unbroken(reached(event, goal))
    parts = [
        event_word(event, goal),
        f" for {span(step.days)}" if step.days else "",
        _wording(step, goal),
        f", {measured}" if measured else "",
        f", because “{isolate(event.because)}”" if event.because else "",
    ]
    return capital("".join(parts))


def _unbroken(words: str) -> str:
    """The words with no line's end before a percent sign."""
    return words.replace(" %", "\u00a0%")


def _wording(step: Step, goal: model.Goal) -> str:
    now = f"“{isolate(step.event.text)}”"
    if step.event.what is model.EventType.CREATED and step.event.text not in ("", goal.text):
        return f" as {now}"
    if step.event.what is model.EventType.REWORDED:
        return (f" from “{isolate(step.before)}”" if step.before else "") + (f" to {now}" if step.event.text else "")
    return ""


def turn_phrase(step: Step) -> str:
    """The same in a word: "Paused", "Dropped"."""
    return capital(EVENTS[step.event.what])


def step_text(event: model.Event) -> str:
    """The words of a check-in or an ending; those of a wording stand in its sentence."""
    return "" if event.what in (model.EventType.CREATED, model.EventType.REWORDED) else event.text


def goal_phrase(goal: model.Goal) -> str:
    """Such as "active · 60 % · due 30 June 2026"."""
    due = f"due {long_day_month(goal.due)}" if goal.due else ""
    return " · ".join(filter(None, (goal.status, _unbroken(measured_or_direction(goal)), due)))


def action_phrase(action: model.Action, end: model.Event | None, frame: SummaryOptions, period: Period) -> str:
    """Such as "yours · due 13 Mar", "Ánh · done 2 Feb, worked"."""
    days = [
        due_phrase(action.due, period) if action.status == "open" else "",
        f"{EVENTS[end.what]} {near_day(end.on, period)}" if end else "",
        OUTCOME.get(action.outcome, ""),
        TOLD if action.told else "",
    ]
    return " · ".join(filter(None, (owner(action, frame), ", ".join(filter(None, days)))))


def due_phrase(due: date | None, period: Period) -> str:
    """Such as "due 13 Mar"; nothing where no day was set."""
    return f"due {near_day(due, period)}" if due else ""


def heading(entry: model.Entry, frame: SummaryOptions) -> str:
    """What stands over an entry: what it is, how long it took, who may read it where that isn't only its writer."""
    readers = unless_private(entry) if frame.rule.is_own else ""
    return " · ".join(filter(None, (kind_phrase(entry, frame), entry_facts(entry), readers)))


def entry_facts(entry: model.Entry) -> str:
    """What else is to be said of an entry by its kind, "45 minutes", "active · 60 %"; empty where there is nothing."""
    match entry:
        case model.Session():
            return length(entry, in_full=True)
        case model.Goal():
            return goal_phrase(entry)
        case model.Action():
            due = f"due {long_day_month(entry.due)}" if entry.due else ""
            return " · ".join(filter(None, (entry.status, due, OUTCOME.get(entry.outcome, ""))))
        case model.Question():
            return entry.status
        case model.Checkin():
            return rating_phrase(entry)
        case _:
            return ASKS_QUESTION if isinstance(entry, model.Feedback) and entry.is_question else ""
