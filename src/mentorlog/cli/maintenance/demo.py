"""demo: a made-up journal in a throwaway file, its progress, its timeline, its summary."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli.app.command import Command, call_of, new_app
from mentorlog.cli.app.context import Call, shown_path
from mentorlog.cli.app.output import say, say_json
from mentorlog.cli.transfer.summary_builder import Asked, summarised
from mentorlog.errors import Mistyped
from mentorlog.exchange.demo import Happened, Rested, Step, Written, made_up
from mentorlog.files import dropped_on_failure, write_whole
from mentorlog.model.action_events import STATUS_AFTER as ACTION_AFTER
from mentorlog.model.action_events import happened as action_happened
from mentorlog.model.entries import Action, Goal, What
from mentorlog.model.goal_events import happened as goal_happened
from mentorlog.storage.entries.transaction import Writing
from mentorlog.storage.open_journal import open_journal

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal

app = new_app()
Keep = Annotated[str | None, typer.Option("--keep", metavar="FILE", help="Keep the journal there, to play with.")]
SHOWN = 12
VERBS = {
    What.REWORDED: "reword",
    What.PAUSED: "pause",
    What.RESUMED: "resume",
    What.REACHED: "reach",
    What.DROPPED: "drop",
    What.DONE: "done",
}


@app.command(cls=Command, epilog="mentorlog demo\nmentorlog demo --keep ~/demo.db")
def demo(ctx: typer.Context, keep: Keep = None) -> None:
    """Make a made-up journal in a throwaway file, and show what mentorlog makes of it.

    It shows the progress and the end of the timeline, and writes the summary of the last twelve months
    into the current directory. Your own journal is not touched.
    """
    call = call_of(ctx)
    with TemporaryDirectory(prefix="mentorlog-") as folder, dropped_on_failure() as made:
        path = Path(keep).expanduser() if keep else Path(folder) / "demo.db"
        if path.exists():
            raise Mistyped(f"{path} is there already.", hint="Name another file with --keep.")
        with open_journal(path, makes_at=call.now) as journal:
            made.append(path)
            live(journal, call)
            summary = _written_summary(call, journal)
            entries = journal.count()
        if call.is_json:
            say_json({"summary": str(summary), "journal": str(path) if keep else None, "entries": entries})
            return
        _look_around(call, path)
    for line in _farewell(entries, summary, path if keep else None):
        say(line)


def live(journal: "Journal", call: Call) -> None:
    """Write the made-up months into the journal, day by day, as somebody would have."""
    people, steps = made_up(call.today)
    with journal.writing("person add", at=_moment(steps[0])) as writing:
        for person in people:
            writing.add_person(person)
    numbers: dict[str, int] = {}
    for step in steps:
        with journal.writing(_command(step), at=_moment(step)) as writing:
            if isinstance(step, Written):
                numbers[step.key] = _write(writing, step, numbers)
            elif isinstance(step, Rested):
                _rest(writing, step, journal)
            else:
                _happen(writing, step, numbers[step.key])


def _write(writing: Writing, step: Written, numbers: dict[str, int]) -> int:
    draft = replace(step.draft, about=numbers.get(step.about), goals=tuple(numbers[key] for key in step.goals))
    saved = writing.add(draft)
    for key in step.answers:
        writing.answer(numbers[key], saved.number)
    return saved.number


def _happen(writing: Writing, step: Happened, number: int) -> None:
    entry, event = writing.entry(number), step.event
    if isinstance(entry, Goal):
        writing.change(goal_happened(entry, event))
        return
    action = writing.entry_of(number, Action)
    writing.change(action_happened(action, event, outcome=step.outcome, told=step.told))


def _rest(writing: Writing, step: Rested, journal: "Journal") -> None:
    person = next(person for person in journal.people() if person.name == step.person.name)
    writing.change_person(replace(person, state="paused"))


def _command(step: Step) -> str:
    if isinstance(step, Rested):
        return "person pause"
    if isinstance(step, Written):
        return {"reflection": "reflect", "question": "ask", "checkin": "area checkin"}.get(
            step.draft.kind, f"{step.draft.kind} add"
        )
    thing = "action" if step.event.what in ACTION_AFTER else "goal"
    return f"{thing} {VERBS.get(step.event.what, step.event.what)}"


def _moment(step: Step) -> str:
    return f"{step.on.isoformat()}T18:00:00+00:00"


def _written_summary(call: Call, journal: "Journal") -> Path:
    """Write the summary of the last twelve months under the first free name in this directory."""
    from mentorlog.export.year_html import render
    from mentorlog.insights.year import Frame

    period = call.last_year()
    asked = Asked(frame=Frame(name=call.settings.name), period=period, usual=period, today=call.today)
    content = render(summarised(journal, asked)).encode()
    number = 1
    while (path := Path(f"mentorlog-demo{f'-{number}' if number > 1 else ''}.html")).exists():
        number += 1
    write_whole(path, content)
    return path.absolute()


def _look_around(call: Call, path: Path) -> None:
    from mentorlog.cli import run

    for words in (("progress",), ("timeline", "-n", str(SHOWN))):
        shown = replace(call, argv=("--journal", str(path), *words))
        shown.is_default = True  # so that the file goes unnamed: it is about to go
        run(shown)
        say("")


def _farewell(entries: int, summary: Path, kept: Path | None) -> Iterable[str]:
    yield f"That was a made-up journal of {entries} entries; your own was not touched."
    yield f"Its yearly summary, to open in a browser: {shown_path(summary)}"
    if kept:
        yield f"The journal itself: mentorlog --journal {shown_path(kept)} timeline"
    else:
        yield "To keep such a journal and play with it: mentorlog demo --keep ~/demo.db"
    yield "To begin your own: mentorlog"
