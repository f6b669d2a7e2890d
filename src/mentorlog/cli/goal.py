"""goal: setting goals, listing them, and what happens to them: each change is an event with its day and its reason."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

from mentorlog.cli.app import options, parsing
from mentorlog.cli.app.command import Group, new_app
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.filters import NO_FILTERS, Filters, filter_options, show_list
from mentorlog.cli.app.options import option
from mentorlog.cli.app.output import print_event, print_saved, show
from mentorlog.cli.app.registry import VERBS
from mentorlog.cli.interactive.text_input import TextInput, text_input
from mentorlog.dates import date_with_year
from mentorlog.errors import NOTHING_WRITTEN, InvalidInput
from mentorlog.insights.goal_story import goal_story
from mentorlog.model.entries import Event, EventType, Goal, Kind
from mentorlog.model.events import GOAL_STATUS_AFTER, apply_goal_event, check_goal

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal

app = new_app(cls=Group)
STATUSES = ("active", "reached", "paused", "dropped")
Status = Annotated[str, option("--status STATUS", "active, reached, paused, dropped or all.")]
Percent = Annotated[int | None, option("--percent P", "How far, 0 to 100.")]
Count = Annotated[int | None, option("--count N", "How many so far.")]


@app.verb(
    'mentorlog goal add "Lead one project end to end" -a growth --due 2026-06-30',
    'mentorlog goal add "At home in both families" --sign "I stop explaining"',
    'mentorlog goal add "Five conversations in policy" --target 5 -a networking',
    'mentorlog goal add "Sleep well" --using woop --fill plan="Write first."',
)
def add(
    call: Invocation,
    text: options.Text = None,
    area: options.Areas = None,
    due: options.Due = None,
    measure: options.Measure = None,
    with_: options.With = None,
    sign: options.Signs = None,
    target: options.Target = None,
    using: options.Using = None,
    fill: options.Fill = None,
    on: options.On = None,
    title: options.Title = None,
    visibility: options.Visible = None,
    questions: options.ShowQuestions = False,
    edit: options.Edit = False,
) -> None:
    """Set a goal; with --sign it is a direction, tracked by signs instead of numbers."""
    if questions:
        from mentorlog.cli.interactive.frameworks import show_questions

        show_questions(call, "goal", using)
        return
    with text_input(call, text, edits=edit, interview="goal") as source, call.open_writable() as journal:
        draft = Goal(
            on=parsing.on(call, on),
            title=parsing.title(title),
            areas=parsing.areas(journal, area),
            people=parsing.people(journal, with_),
            due=call.day(due),
            measure=parsing.optional_text(measure, "measure"),
            signs=parsing.clean_phrases(sign, "sign"),
            target=parsing.bounded_int(target, "--target"),
            visibility=parsing.visibility(call, visibility),
        )
        draft = _with_text(call, source, draft, using, fill)
        with journal.write("goal add", at=call.now) as writing:
            saved = writing.add(draft)
    print_saved(call, saved, new=parsing.unsaved_people(draft.people))


@app.verb("mentorlog goal list --status all", name="list")
@filter_options(without=("period", "kind"))
def list_(call: Invocation, status: Status = "active", filters: Filters = NO_FILTERS) -> None:
    """The goals that are active, or all."""
    statuses = parsing.statuses("all" if filters.is_all else status, STATUSES)
    show_list(call, f"{statuses[0].capitalize()} goals" if statuses else "Goals", Kind.GOAL, filters, statuses)


def _with_text(call: Invocation, source: TextInput, draft: Goal, using: str | None, fill: list[str] | None) -> Goal:
    """The goal with its words, and with what a framework's answers say of it where no option does."""
    if not using and not fill:
        return _with_creation_event(draft, source.text())
    from mentorlog.cli.interactive.frameworks import fill_framework

    text, guided = source.text_with_answers(fill_framework("goal", using or "smart", fill))
    words = "\n".join(filter(None, (text, guided.option_answer("text"))))
    if not words:
        raise InvalidInput("A goal needs words of its own.", safe=NOTHING_WRITTEN, hint='Like this: goal add "Lead" …')
    told = replace(
        draft,
        due=draft.due or call.day(guided.option_answer("due") or None),
        measure=draft.measure or guided.option_answer("measure"),
        signs=draft.signs or parsing.clean_phrases(guided.option_lines("sign"), "sign"),
        target=draft.target or _target(guided.option_answer("target")) or guided.item_count,
        framework=guided.framework.name,
        answers=guided.answers,
    )
    return _with_creation_event(told, words)


def _with_creation_event(draft: Goal, words: str) -> Goal:
    check_goal(draft)
    return apply_goal_event(draft, Event(on=draft.on, what=EventType.CREATED, text=words))


def _target(answer: str) -> int | None:
    if answer and not (answer.isascii() and answer.isdigit()):
        raise InvalidInput("How many times has to be a number.", safe=NOTHING_WRITTEN, hint="Like this: --target 5")
    return parsing.bounded_int(int(answer), "--target") if answer else None


@app.verb('mentorlog goal checkin 61 "The plan has my name on it." --percent 60', "mentorlog goal checkin 88 --count 3")
def checkin(
    call: Invocation,
    number: options.Number,
    text: options.Text = None,
    percent: Percent = None,
    count: Count = None,
    on: options.On = None,
    edit: options.Edit = False,
) -> None:
    """Record where a goal stands: in words, as a percentage or as a count."""
    with text_input(call, text, edits=edit) as source, call.open_writable() as journal:
        goal = parsing.entry(journal, number, Goal)
        event = Event(
            on=parsing.on(call, on),
            what=EventType.CHECKIN,
            percent=parsing.bounded_int(percent, "--percent", 0, 100),
            count=parsing.bounded_int(count, "--count", 0),
        )
        _check_measure(goal, event)
        event = replace(event, text=source.text_or_empty())
        if (event.text, event.percent, event.count) == ("", None, None):
            hint = "Add words, --percent P or --count N."
            raise InvalidInput("This check-in is empty.", safe=NOTHING_WRITTEN, hint=hint)
        saved = _save_event(journal, call, goal, event)
    print_event(call, saved, event)


@app.verb('mentorlog goal reach 61 "Shipped on Friday."')
def reach(call: Invocation, number: options.Number, text: options.Text = None, on: options.On = None) -> None:
    """Mark a goal as reached."""
    _change_status(call, number, EventType.REACHED, text, on)


@app.verb('mentorlog goal pause 61 "my father\'s operation"')
def pause(call: Invocation, number: options.Number, text: options.Text = None, on: options.On = None) -> None:
    """Pause a goal; a reason is welcome, never required."""
    _change_status(call, number, EventType.PAUSED, text, on)


@app.verb("mentorlog goal resume 61")
def resume(call: Invocation, number: options.Number, text: options.Text = None, on: options.On = None) -> None:
    """Resume a goal, also one that was reached or dropped."""
    _change_status(call, number, EventType.RESUMED, text, on)


@app.verb('mentorlog goal drop 97 "it was someone else\'s"')
def drop(call: Invocation, number: options.Number, text: options.Text = None, on: options.On = None) -> None:
    """Drop a goal; a reason is welcome, never required."""
    _change_status(call, number, EventType.DROPPED, text, on)


@app.verb('mentorlog goal reword 61 "Lead one project" --because "a title is theirs"')
def reword(
    call: Invocation,
    number: options.Number,
    text: options.Text = None,
    due: options.Due = None,
    measure: options.Measure = None,
    because: options.Because = None,
    on: options.On = None,
    edit: options.Edit = False,
) -> None:
    """Reword a goal; its earlier words stay in its story."""
    with text_input(call, text, edits=edit) as source, call.open_writable() as journal:
        goal = parsing.entry(journal, number, Goal)
        known = parsing.optional_text(measure, "measure") or goal.measure
        goal = replace(goal, due=call.day(due) or goal.due, measure=known)
        reason = parsing.optional_text(because, "reason")
        event = Event(on=parsing.on(call, on), what=EventType.REWORDED, because=reason)
        event = replace(event, text=source.text())
        saved = _save_event(journal, call, goal, event)
    print_event(call, saved, event)


@app.verb("mentorlog goal story 61")
def story(call: Invocation, number: options.Number) -> None:
    """How a goal went, as a paragraph, and the evidence for it."""
    with call.open_readonly() as journal:
        goal = parsing.entry(journal, number, Goal)
        evidence = journal.evidence(goal.number)
    show(call, "goal_story", goal_story(goal, evidence, today=call.today))


def _change_status(call: Invocation, word: str, what: EventType, text: str | None, on: str | None) -> None:
    with text_input(call, text) as source, call.open_writable() as journal:
        goal = parsing.entry(journal, word, Goal)
        if goal.status == GOAL_STATUS_AFTER[what]:
            hint = f"Its story: mentorlog goal story {goal.number}"
            raise InvalidInput(f"Goal {goal.number} is {goal.status} already.", hint=hint)
        event = Event(on=parsing.on(call, on), what=what)
        event = replace(event, because=source.text_or_empty())
        saved = _save_event(journal, call, goal, event)
    print_event(call, saved, event)


def _save_event(journal: "Journal", call: Invocation, goal: Goal, event: Event) -> Goal:
    if event.on < goal.events[0].on:
        since = date_with_year(goal.events[0].on)
        raise InvalidInput(f"Goal {goal.number} was set on {since}, after that day.", safe=NOTHING_WRITTEN)
    with journal.write(f"goal {VERBS[event.what]}", at=call.now) as writing:
        kept = writing.entry_of_kind(goal.number, Goal)
        return writing.change(apply_goal_event(replace(kept, due=goal.due, measure=goal.measure), event))


def _check_measure(goal: Goal, event: Event) -> None:
    if None not in (event.percent, event.count):
        raise InvalidInput("A check-in takes --percent or --count, not both.", safe=NOTHING_WRITTEN)
    if goal.is_direction and (event.percent, event.count) != (None, None):
        raise InvalidInput(
            f"Goal {goal.number} is tracked by signs, so it takes no --percent or --count.",
            safe=NOTHING_WRITTEN,
            hint=f'In words: mentorlog goal checkin {goal.number} "…"',
        )
