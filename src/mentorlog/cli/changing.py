"""What `edit` does to an entry: the values that were given, where its kind has them, and new words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import partial

from mentorlog.cli import typed
from mentorlog.cli.call import Call
from mentorlog.cli.texts import Source
from mentorlog.errors import Mistyped
from mentorlog.model.areas import Area
from mentorlog.model.entries import Entry, Goal
from mentorlog.model.goals import corrected
from mentorlog.storage.journal import Journal
from mentorlog.text import clean

Values = Mapping[str, object]
Rewrite = Callable[[str], str]
Change = Callable[[Entry], Entry]


def split(words: Sequence[str]) -> tuple[list[str], str | None]:
    """The numbers that lead, and the text behind them; raises Mistyped where the text is not one word."""
    place = next((place for place, word in enumerate(words) if not typed.is_number(word)), len(words))
    numbers, texts = list(words[:place]), words[place:]
    if not numbers:
        raise Mistyped("edit begins with the number of an entry.", hint='Like this: mentorlog edit 145 "…"')
    if len(texts) > 1:
        raise Mistyped("There is one word too many on the line.", hint='Put quotes round the text: "your text"')
    return numbers, texts[0] if texts else None


@dataclass(frozen=True, slots=True)
class Options:
    """The options of `edit`, as typed, in the order of its help."""

    area: list[str] | None
    add_area: list[str] | None
    drop_area: list[str] | None
    with_: list[str] | None
    on: str | None
    at: str | None
    title: str | None
    visibility: str | None
    minutes: int | None
    about: str | None
    goal: list[str] | None
    feeling: list[str] | None
    due: str | None
    measure: str | None
    sign: list[str] | None
    target: int | None
    owner: str | None

    @property
    def are_given(self) -> bool:
        """Whether one of them stands on the line."""
        return any(getattr(self, field.name) is not None for field in fields(self))

    def change(self, call: Call, journal: Journal, entries: Sequence[Entry]) -> Change:
        """What they make of an entry; raises Mistyped or NotFound, also where one of `entries` has no such value."""
        values = self._values(call, journal)
        check_fit(entries, values)
        more, less = typed.areas(journal, self.add_area), typed.areas(journal, self.drop_area)
        return partial(edited, values=values, at=self.at, more=more, less=less)

    def _values(self, call: Call, journal: Journal) -> Values:
        subject = typed.subject(journal, self.about)
        values: dict[str, tuple[object, Callable[[], object]]] = {
            "areas": (self.area, lambda: () if self.area == ["none"] else typed.areas(journal, self.area)),
            "people": (self.with_, lambda: () if self.with_ == ["none"] else typed.people(journal, self.with_)),
            "on": (self.on, lambda: typed.on(call, self.on)),
            "title": (self.title, lambda: typed.title(self.title)),
            "visibility": (self.visibility, lambda: typed.visibility(call, self.visibility)),
            "minutes": (self.minutes, lambda: typed.whole(self.minutes, "--minutes")),
            "about": (subject, lambda: subject and subject.number),
            "goals": (self.goal, lambda: typed.goals(journal, self.goal)),
            "feelings": (self.feeling, lambda: typed.words(self.feeling, "feeling")),
            "due": (self.due, lambda: call.day(self.due)),
            "measure": (self.measure, lambda: typed.optional(self.measure, "measure")),
            "signs": (self.sign, lambda: typed.words(self.sign, "sign")),
            "target": (self.target, lambda: typed.whole(self.target, "--target")),
            "owner": (self.owner, lambda: typed.owner(journal, self.owner)),
        }
        return {field: value() for field, (word, value) in values.items() if word is not None}


def check_fit(entries: Sequence[Entry], values: Values) -> None:
    """Raise Mistyped where an entry is of a kind that has no such value, or would be about itself."""
    for entry in entries:
        if values.get("about") == entry.number:
            raise Mistyped("An entry can't be about itself.", hint="Name another number behind --about.")
        missing = sorted(set(values) - {field.name for field in fields(entry)})
        if missing:
            raise Mistyped(f"{entry.kind.noun.capitalize()} {entry.number} has no {missing[0]}.")


def new_text(source: Source, append: str | None, entries: Sequence[Entry], *, is_needed: bool) -> Rewrite:
    """What becomes of the words: others (typed, from standard input, the editor), more, or the same."""
    if source.comes and len(entries) > 1:
        raise Mistyped("A text goes to one entry, and here are several.", hint="Name one number.")
    if is_needed and not source.comes and append is None:
        raise Mistyped("There is nothing to change on the line.", hint="What can be changed: mentorlog edit -h")
    if source.edits and source.typed is None:
        source.typed = entries[0].text
    more = f"\n{clean(append)}" if append is not None else ""
    text = source.text() if source.comes else None
    return lambda old: (old if text is None else text) + more


def edited(entry: Entry, *, values: Values, at: str | None, more: Sequence[Area], less: Sequence[Area]) -> Entry:
    """`entry` with `values`, some areas more or less, and a time of its day."""
    changed = replace(entry, **values)  # type: ignore[arg-type]  # check_fit has seen that they fit
    areas = sorted({*changed.areas, *more}.difference(less), key=lambda area: area.position)
    return replace(changed, areas=tuple(areas), time=typed.at(at, changed.on) if at else changed.time)


def with_text(entry: Entry, rewrite: Rewrite) -> Entry:
    """`entry` with other words; a goal's story follows."""
    changed = replace(entry, text=clean(rewrite(entry.text)) if entry.text or rewrite("") else "")
    return corrected(changed) if isinstance(changed, Goal) else changed
