"""demo: a made-up journal in a throwaway file, its progress, its timeline, its summary."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

from mentorlog.cli.app.command import new_app
from mentorlog.cli.app.context import Invocation, display_path
from mentorlog.cli.app.options import option
from mentorlog.cli.app.output import print_json, print_line
from mentorlog.cli.app.program import run
from mentorlog.cli.app.registry import VERBS
from mentorlog.cli.transfer.summary_builder import SummaryRequest, build_summary
from mentorlog.errors import InvalidInput
from mentorlog.exchange.demo import DemoEntry, DemoEvent, DemoPause, Step, demo_journal
from mentorlog.files import remove_on_failure, write_file
from mentorlog.model.entries import Action, Goal
from mentorlog.model.events import ACTION_STATUS_AFTER as ACTION_AFTER
from mentorlog.model.events import apply_action_event as action_happened
from mentorlog.model.events import apply_goal_event as goal_happened
from mentorlog.storage.entries.transaction import Transaction
from mentorlog.storage.journal import open_journal

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal

app = new_app()
Keep = Annotated[str | None, option("--keep FILE", "Keep the journal there, to play with.")]
SHOWN = 12


@app.verb("mentorlog demo", "mentorlog demo --keep ~/demo.db")
def demo(call: Invocation, keep: Keep = None) -> None:
    """A made-up journal to look around in.

    It is made in a throwaway file. It shows the progress and the end of the timeline, and writes the summary of the
    last twelve months into the current directory. Your own journal is not touched.
    """
    with TemporaryDirectory(prefix="mentorlog-") as folder, remove_on_failure() as made:
        path = Path(keep).expanduser() if keep else Path(folder) / "demo.db"
        if path.exists():
            raise InvalidInput("file-exists", path=path, hint="Name another file with --keep.")
        with open_journal(path, create_at=call.now) as journal:
            made.append(path)
            write_demo(journal, call)
            summary = _written_summary(call, journal)
            entries = journal.count()
        if call.is_json:
            print_json({"summary": str(summary), "journal": str(path) if keep else None, "entries": entries})
            return
        _look_around(call, path)
    for line in _farewell(entries, summary, path if keep else None):
        print_line(line)


def write_demo(journal: "Journal", call: Invocation) -> None:
    """Write the made-up months into the journal, day by day, as somebody would have."""
    people, steps = demo_journal(call.today)
    with journal.write("person add", at=_moment(steps[0])) as writing:
        for person in people:
            writing.add_person(person)
    numbers: dict[str, int] = {}
    for step in steps:
        with journal.write(_command(step), at=_moment(step)) as writing:
            if isinstance(step, DemoEntry):
                numbers[step.key] = _write(writing, step, numbers)
            elif isinstance(step, DemoPause):
                person = next(person for person in journal.people() if person.name == step.person.name)
                writing.change_person(replace(person, state="paused"))
            else:
                _apply_event(writing, step, numbers[step.key])


def _write(writing: Transaction, step: DemoEntry, numbers: dict[str, int]) -> int:
    draft = replace(step.draft, about=numbers.get(step.about), goals=tuple(numbers[key] for key in step.goals))
    saved = writing.add(draft)
    for key in step.answers:
        writing.answer(numbers[key], saved.number)
    return saved.number


def _apply_event(writing: Transaction, step: DemoEvent, number: int) -> None:
    entry, event = writing.entry(number), step.event
    if isinstance(entry, Goal):
        writing.change(goal_happened(entry, event))
        return
    action = writing.entry_of_kind(number, Action)
    writing.change(action_happened(action, event, outcome=step.outcome, told=step.told))


def _command(step: Step) -> str:
    if isinstance(step, DemoPause):
        return "person pause"
    if isinstance(step, DemoEntry):
        alone = {"reflection": "reflect", "question": "ask", "checkin": "area checkin"}
        return alone.get(step.draft.kind, f"{step.draft.kind} add")
    thing = "action" if step.event.what in ACTION_AFTER else "goal"
    return f"{thing} {VERBS[step.event.what]}"


def _moment(step: Step) -> str:
    return f"{step.on.isoformat()}T18:00:00+00:00"


def _written_summary(call: Invocation, journal: "Journal") -> Path:
    """Write the summary of the last twelve months under the first free name in this directory."""
    from mentorlog.export.year_document import html
    from mentorlog.insights.year import SummaryOptions

    period = call.last_twelve_months()
    asked = SummaryRequest(
        frame=SummaryOptions(name=call.settings.name), period=period, default_period=period, today=call.today
    )
    content = html(build_summary(journal, asked)).encode()
    number = 1
    while (path := Path(f"mentorlog-demo{f'-{number}' if number > 1 else ''}.html")).exists():
        number += 1
    write_file(path, content)
    return path.absolute()


def _look_around(call: Invocation, path: Path) -> None:
    for words in (("progress",), ("timeline", "-n", str(SHOWN))):
        shown = replace(call, argv=("--journal", str(path), *words))
        shown.is_default = True  # so that the file goes unnamed: it is about to go
        run(shown)
        print_line("")


def _farewell(entries: int, summary: Path, kept: Path | None) -> Iterable[str]:
    yield f"That was a made-up journal of {entries} entries; your own was not touched."
    yield f"Its yearly summary, to open in a browser: {display_path(summary)}"
    if kept:
        yield f"The journal itself: mentorlog --journal {display_path(kept)} timeline"
    else:
        yield "To keep such a journal and play with it: mentorlog demo --keep ~/demo.db"
    yield "To begin your own: mentorlog"
