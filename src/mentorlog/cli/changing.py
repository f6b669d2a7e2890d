"""What `edit` does to an entry: the values that were given, where its kind has them, and new words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace

from mentorlog.cli import typed
from mentorlog.cli.texts import Source
from mentorlog.errors import Mistyped
from mentorlog.model.areas import Area
from mentorlog.model.entries import Entry, Goal
from mentorlog.model.goals import corrected
from mentorlog.text import clean

Values = Mapping[str, object]
Rewrite = Callable[[str], str]


def split(words: Sequence[str]) -> tuple[list[str], str | None]:
    """The numbers that lead, and the text behind them; raises Mistyped where the text is not one word."""
    place = next((place for place, word in enumerate(words) if not typed.is_number(word)), len(words))
    numbers, texts = list(words[:place]), words[place:]
    if not numbers:
        raise Mistyped("edit begins with the number of an entry.", hint='Like this: mentorlog edit 145 "…"')
    if len(texts) > 1:
        raise Mistyped("There is one word too many on the line.", hint='Put quotes round the text: "your text"')
    return numbers, texts[0] if texts else None


def given(options: Mapping[str, tuple[object, Callable[[], object]]]) -> Values:
    """The values of the options that stand on the line."""
    return {field: value() for field, (word, value) in options.items() if word is not None}


def check_fit(entries: Sequence[Entry], values: Values) -> None:
    """Raise Mistyped where an entry is of a kind that has no such value."""
    for entry in entries:
        missing = sorted(set(values) - {field.name for field in fields(entry)})
        if missing:
            raise Mistyped(f"Entry {entry.number} is a {entry.kind}, which has no {missing[0]}.")


def new_text(source: Source, append: str | None, entries: Sequence[Entry], *, is_needed: bool) -> Rewrite:
    """What becomes of the words: others (typed, from standard input, the editor), more, or the same."""
    comes = source.typed is not None or source.edits or bool(source.raw)
    if comes and len(entries) > 1:
        raise Mistyped("A text goes to one entry, and here are several.", hint="Name one number.")
    if is_needed and not comes and append is None:
        raise Mistyped("There is nothing to change on the line.", hint="What can be changed: mentorlog edit -h")
    if source.edits and source.typed is None:
        source.typed = entries[0].text
    more = f"\n{clean(append)}" if append is not None else ""
    text = source.text() if comes else None
    return lambda old: (old if text is None else text) + more


def edited(entry: Entry, *, values: Values, at: str | None, more: Sequence[Area], less: Sequence[Area]) -> Entry:
    """`entry` with `values`, some areas more or less, and a time of its day."""
    changed = replace(entry, **values)  # type: ignore[arg-type]  # check_fit has seen that they fit
    areas = tuple(dict.fromkeys(area for area in (*changed.areas, *more) if area not in less))
    return replace(changed, areas=areas, time=typed.at(at, changed.on) if at else changed.time)


def with_text(entry: Entry, rewrite: Rewrite) -> Entry:
    """`entry` with other words; a goal's story follows."""
    changed = replace(entry, text=clean(rewrite(entry.text)) if entry.text or rewrite("") else "")
    return corrected(changed) if isinstance(changed, Goal) else changed
