"""What mentorlog asks: the questions of frameworks, and what is missing."""

import shlex

from mentorlog.dates import long_date, short_date
from mentorlog.insights.catchup import Catchup, CatchupQuestion
from mentorlog.model.entries import Action, Session
from mentorlog.model.frameworks import Framework, Prompt
from mentorlog.phrases.grammar import with_article
from mentorlog.text import display_width, one_line
from mentorlog.views.lists.sheet import BOLD, DIM, Heading, Paragraph, Part, Row, Sheet, Table, dim, joined


def frameworks(figure: tuple[Framework, ...]) -> Sheet:
    """Each framework under its title: key, question, and what the answer tells of."""
    width = max((display_width(prompt.key) for framework in figure for prompt in framework.prompts), default=0)
    blocks = [[_prompt(framework, prompt, width) for prompt in framework.prompts] for framework in figure]
    rows = [row for block in blocks for row in block]
    keys = [
        {
            "name": one.name,
            "kind": one.kind,
            "title": one.title,
            "version": one.version,
            "questions": [row.keys for row in block],
        }
        for one, block in zip(figure, blocks, strict=True)
    ]
    headings = [Heading(one_line(one.title), f"--using {one_line(one.name)}" if one.name else "") for one in figure]
    return Sheet(
        groups=[[heading, Table(block, beside=rows)] for heading, block in zip(headings, blocks, strict=True)],
        lines=[row.line for row in rows],
        keys={"frameworks": keys},
    )


def _prompt(framework: Framework, prompt: Prompt, width: int) -> Row:
    words, target = one_line(prompt.words), prompt.spine
    if prompt.option:
        target = f"as {'TEXT' if prompt.option == 'text' else f'--{prompt.option}'}"
    return Row(
        words,
        lead=prompt.key.ljust(width),
        asides=(dim(target),),
        line=f"{joined(one_line(framework.name), prompt.key, target)}: {words}",
        keys={"key": prompt.key, "question": prompt.words, "spine": prompt.spine, "option": prompt.option},
    )


def catchup(figure: Catchup) -> Sheet:
    """Unfinished writing, then a few questions, each with what answers it; nothing of how much was not done."""
    begun = [(f"{with_article(one_line(kind))} begun on", on) for kind, on in figure.unfinished]
    rows = [Row(f"{words} {short_date(on, figure.today)}", asides=("mentorlog edit draft",)) for words, on in begun]
    groups: list[list[Part]] = [[Paragraph("Unfinished", BOLD), Table(rows, depth=2)]] if rows else []
    asked = [(one.question, *_about_and_command(one)) for one in figure.questions]
    groups += [[Paragraph(words), Paragraph(command, DIM, depth=2)] for words, _, command in asked]
    lines = [
        f"Unfinished: {words} {long_date(on, figure.today)}. To go on, type: mentorlog edit draft"
        for words, on in begun
    ]
    lines += [f"{words} To answer, type: {command.replace('…', 'your words')}" for words, _, command in asked]
    nothing = "Nothing is missing."
    return Sheet(
        groups=[[Heading("Catching up", long_date(figure.today))], *(groups or [[Paragraph(nothing)]])],
        lines=lines or [nothing],
        keys={
            "unfinished": [{"kind": str(kind), "on": on.isoformat()} for kind, on in figure.unfinished],
            "questions": [{"about": about, "text": words, "command": command} for words, about, command in asked],
        },
    )


def _about_and_command(question: CatchupQuestion) -> tuple[int | str, str]:
    """What a question is about, by number or name, and what answers it."""
    match question.about:
        case Session(number=number):
            return number, f'mentorlog reflect "…" --about {number}'
        case Action(number=number):
            return number, f'mentorlog action done {number} "…"'
        case met:
            name = met.person.name
            return name, f'mentorlog ask "…" --with {shlex.quote(one_line(name))}'
