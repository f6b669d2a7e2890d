"""edit: put an entry right. What it was before stays in its history."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import partial
from typing import TYPE_CHECKING, Annotated

from typer.main import get_command

from mentorlog.cli.app import options, parsing
from mentorlog.cli.app.command import new_app, option_group
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.options import argument, option
from mentorlog.cli.app.output import print_edited
from mentorlog.cli.app.parsing import NONE
from mentorlog.cli.interactive.resume_draft import resume_draft
from mentorlog.cli.interactive.text_input import TextInput, text_input
from mentorlog.errors import InvalidInput
from mentorlog.model.areas import Area
from mentorlog.model.entries import Entry, Goal, Reflection, Session
from mentorlog.model.event_replay import check_goal, correct_goal
from mentorlog.phrases.grammar import noun
from mentorlog.text import clean

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal

app = new_app()
Append = Annotated[str | None, option("--append TEXT", "Words to add at the end.")]
AddArea = Annotated[list[str] | None, option("--add-area AREA", "One more area.")]
DropArea = Annotated[list[str] | None, option("--drop-area AREA", "One area less.")]
SetAreas = Annotated[list[str] | None, option("-a, --area AREA", "These areas instead; none for none.")]
SetPeople = Annotated[list[str] | None, option("-w, --with NAME", "These people instead; none for nobody.")]
SetTender = Annotated[
    bool | None, option("--tender/--no-tender", "Keep it out of every list, search, figure and document; or no longer.")
]
Rating = Annotated[int | None, option("--rating N", "A check-in's rating, from 1 to 5.")]
Then = Annotated[int | None, option("--then N", "Its rating for then, looking back.")]
ThenWords = Annotated[str | None, option("--then-words TEXT", "The same in words.")]
Which = Annotated[list[str], argument("N… [TEXT]", "Numbers, ranges or last; then new words.")]
NAMES = {"due": "due day", "then_rating": "number for then", "then_words": "words looking back"}
Values = Mapping[str, object]
Rewrite = Callable[[str], str]
Change = Callable[[Entry], Entry]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What is to be changed, as typed, in the order of the help."""

    area: SetAreas = None
    add_area: AddArea = None
    drop_area: DropArea = None
    with_: SetPeople = None
    on: options.On = None
    at: options.At = None
    title: options.Title = None
    visibility: options.Visible = None
    minutes: options.Minutes = None
    about: options.About = None
    goal: options.ForGoals = None
    answers: options.Answers = None
    feeling: options.Feelings = None
    due: options.Due = None
    measure: options.Measure = None
    sign: options.Signs = None
    target: options.Target = None
    owner: options.Owner = None
    rating: Rating = None
    then: Then = None
    then_words: ThenWords = None
    tender: SetTender = None

    @property
    def are_given(self) -> bool:
        """Whether one of them stands on the line."""
        return any(getattr(self, field.name) is not None for field in fields(self))

    def change(self, call: Invocation, journal: "Journal", entries: Sequence[Entry]) -> Change:
        """What they make of an entry; raises InvalidInput where one of `entries` has no such value, NotFound."""
        values = self._values(call, journal)
        check_applicable(entries, values)
        _check_no_cycle(journal, entries, values)
        more, less = parsing.areas(journal, self.add_area), parsing.areas(journal, self.drop_area)
        return partial(apply_values, values=values, at=self.at, more=more, less=less)

    def _values(self, call: Invocation, journal: "Journal") -> Values:
        values: dict[str, tuple[object, Callable[[], object]]] = {
            "areas": (self.area, lambda: parsing.areas(journal, self.area)),
            "people": (self.with_, lambda: parsing.people(journal, self.with_)),
            "on": (self.on, lambda: parsing.on(call, self.on)),
            "title": (self.title, lambda: parsing.title(self.title or None)),
            "visibility": (self.visibility, lambda: parsing.visibility(call, self.visibility)),
            "minutes": (self.minutes, lambda: _unless_zero(self.minutes, "--minutes")),
            "about": (self.about, lambda: _about_number(journal, self.about)),
            "goals": (self.goal, lambda: parsing.goals(journal, None if self.goal == [NONE] else self.goal)),
            "feelings": (self.feeling, lambda: parsing.clean_phrases(filter(None, self.feeling or ()), "feeling")),
            "due": (self.due, lambda: None if self.due == NONE else call.day(self.due)),
            "measure": (self.measure, lambda: parsing.optional_text(self.measure or None, "measure")),
            "signs": (self.sign, lambda: parsing.clean_phrases(filter(None, self.sign or ()), "sign")),
            "target": (self.target, lambda: _unless_zero(self.target, "--target")),
            "owner": (self.owner, lambda: parsing.owner(journal, self.owner)),
            "rating": (self.rating, lambda: _unless_zero(self.rating, "--rating", 5)),
            "then_rating": (self.then, lambda: _unless_zero(self.then, "--then", 5)),
            "then_words": (self.then_words, lambda: parsing.optional_text(self.then_words or None, "looking back")),
            "is_tender": (self.tender, lambda: self.tender),
        }
        return {field: value() for field, (word, value) in values.items() if word is not None}


NO_CHANGES = Options()


@app.verb(
    'mentorlog edit 145 "We compared how our grandmothers explained us."',
    "mentorlog edit 145 --on yesterday --add-area validation",
    "mentorlog edit 40..44 -a identity,coping",
    "mentorlog edit last -e",
)
@option_group(Options, "given")
def edit(
    call: Invocation, which: Which, append: Append = None, given: Options = NO_CHANGES, edits: options.Edit = False
) -> None:
    """Change an entry: its words, day, areas, people.

    And whatever else its kind has. Leading numbers are entries; a text of digits alone comes by - or -e. To take
    something away, write none for a day, a time or a number of an entry, 0 for another number, "" for words. "edit
    draft" goes on with unfinished writing; options behind it count over those it was begun with.
    """
    words, text = _split(which) if which != ["draft"] else resume_draft(call, get_command(app).params)
    with text_input(call, text, edits=edits) as source, call.open_writable() as journal:
        known, before = journal.people(), [journal.entry(number) for number in parsing.numbers(journal, words)]
        change = given.change(call, journal, before)
        questions = parsing.questions(journal, given.answers)
        if questions and not (len(before) == 1 and isinstance(before[0], Session | Reflection)):
            raise InvalidInput("A question is answered in one session or reflection.", hint="Name one number.")
        new = _text_rewriter(source, append, before, is_needed=not given.are_given)
        with journal.write("edit", at=call.now) as writing:
            after = [writing.change(_with_text(change(writing.entry(old.number)), new)) for old in before]
            answered = [writing.answer(question.number, before[0].number) for question in questions]
    print_edited(call, before, after, known, also=answered)


def _split(words: Sequence[str]) -> tuple[list[str], str | None]:
    """The numbers that lead, and the text behind them; raises InvalidInput where the text is not one word."""
    place = next((place for place, word in enumerate(words) if not parsing.is_entry_ref(word)), len(words))
    numbers, texts = list(words[:place]), words[place:]
    if not numbers:
        raise InvalidInput("edit needs the number of an entry first.", hint='Like this: mentorlog edit 145 "…"')
    if len(texts) > 1:
        raise InvalidInput("Too many arguments.", hint='Put quotes around text with spaces: "your text"')
    return numbers, texts[0] if texts else None


def check_applicable(entries: Sequence[Entry], values: Values) -> None:
    """Raise InvalidInput where an entry is of a kind that has no such value, or would be about itself."""
    for entry in entries:
        if values.get("about") == entry.number:
            raise InvalidInput("An entry can't be about itself.", hint="Name another number behind --about.")
        missing = sorted(set(values) - {field.name for field in fields(entry)})
        if missing:
            name = NAMES.get(missing[0], missing[0])
            raise InvalidInput(f"{noun(entry.kind).capitalize()} {entry.number} has no {name}.")


def _check_no_cycle(journal: "Journal", entries: Sequence[Entry], values: Values) -> None:
    """Raise InvalidInput where one of `entries` would be about an entry that is about it, over others or at once."""
    numbers, above, seen = {entry.number for entry in entries}, values.get("about"), set[int]()
    while isinstance(above, int) and above not in seen:
        seen.add(above)
        above = journal.entry_any_state(above).about
        if above in numbers:
            raise InvalidInput(f"That one is about {above} already.", hint="Name another number behind --about.")


def _text_rewriter(source: TextInput, append: str | None, entries: Sequence[Entry], *, is_needed: bool) -> Rewrite:
    """What becomes of the words: others (typed, from standard input, the editor), more, or the same."""
    if source.has_source and len(entries) > 1:
        raise InvalidInput("A text can replace that of one entry only.", hint="Name one number.")
    if is_needed and not source.has_source and append is None:
        raise InvalidInput("There is nothing to change.", hint="What can be changed: mentorlog edit -h")
    if source.edits and source.typed is None:
        source.typed = entries[0].text
    more = f"\n{clean(append)}" if append is not None else ""
    text = source.text() if source.has_source else None
    return lambda old: (old if text is None else text) + more


def apply_values(entry: Entry, *, values: Values, at: str | None, more: Sequence[Area], less: Sequence[Area]) -> Entry:
    """`entry` with `values`, some areas more or less, and a time of its day."""
    changed = replace(entry, **values)  # type: ignore[arg-type]  # check_fit has seen that they fit
    if isinstance(changed, Goal):
        check_goal(changed)
    areas = sorted({*changed.areas, *more}.difference(less), key=lambda area: area.position)
    time = changed.time if at is None else parsing.at(None if at == NONE else at, changed.on)
    return replace(changed, areas=tuple(areas), time=time)


def _unless_zero(count: int | None, what: str, most: int = parsing.MOST) -> int | None:
    return parsing.bounded_int(count, what, 0, most) or None


def _about_number(journal: "Journal", word: str | None) -> int | None:
    subject = None if word == NONE else parsing.about_entry(journal, word)
    return subject.number if subject else None


def _with_text(entry: Entry, rewrite: Rewrite) -> Entry:
    """`entry` with other words; a goal's story follows."""
    changed = replace(entry, text=clean(rewrite(entry.text)) if entry.text or rewrite("") else "")
    return correct_goal(changed) if isinstance(changed, Goal) else changed
