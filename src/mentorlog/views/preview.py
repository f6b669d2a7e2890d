"""What a preview of a document says about its reader, in sentences."""

from collections.abc import Iterator

from mentorlog.dates import period_text
from mentorlog.insights.year import Preview
from mentorlog.model.enums import Reader
from mentorlog.model.readers import Names
from mentorlog.phrases.grammar import name, plural

WHO = {Reader.SELF: "yourself", Reader.MENTOR: "a mentor", Reader.PUBLIC: "anyone"}
RULES = {
    Reader.SELF: "It holds everything but tender entries.",
    Reader.MENTOR: "It holds what a mentor may read and what is public, without roles, rhythms and who may read it.",
    Reader.PUBLIC: "It holds what is public, without roles, rhythms and who may read it.",
}
NAME_RULES = {
    Names.FULL: "People stand under their names.",
    Names.INITIALS: "People stand as initials, in texts too where they are written as in your list of people.",
    Names.PSEUDONYMS: "People stand as letters, in texts too where they are written as in your list of people.",
}


def heading(figure: Preview) -> str:
    """For whom the document is, and of which days."""
    person = figure.frame.rule.person
    who = name(person) if person else WHO[figure.frame.rule.reader]
    return f"A document for {who}, {period_text(figure.period)}"


def rules(figure: Preview) -> Iterator[str]:
    """What the reader gets, each rule a sentence."""
    rule = figure.frame.rule
    yield RULES[rule.reader]
    if rule.person:
        yield "Of that, only what is with this mentor or with nobody."
    if figure.frame.people:
        yield f"Of that, only what is with {people_names(figure)}."
    yield NAME_RULES[rule.names]
    if not rule.is_own:
        yield "The reader's numbers run from 1 on; nothing shows that there are other entries."


def people_names(figure: Preview) -> str:
    """The people with whom all of it was."""
    return " and ".join(name(person) for person in figure.frame.people)


def entry_counts(figure: Preview) -> Iterator[str]:
    """How much goes in, and how much of the period doesn't."""
    goes, stays = len(figure.within), len(figure.without)
    yield f"{plural('entry', goes)} {'goes' if goes == 1 else 'go'} in."
    if stays:
        yield f"{plural('entry', stays)} of this time {'stays' if stays == 1 else 'stay'} out."
