"""What mentorlog asks: the questions of frameworks, and what is missing."""

import shlex

from mentorlog.dates import long_date, short_date
from mentorlog.insights.catchup import Catchup, CatchupQuestion
from mentorlog.model.entries import Action, Session
from mentorlog.model.frameworks import Framework, Prompt
from mentorlog.model.json_form import Keys
from mentorlog.phrases.grammar import with_article
from mentorlog.text import display_width, one_line
from mentorlog.views.lists.sheet import BOLD, DIM, Heading, Paragraph, Part, Row, Sheet, Table, dim, joined


def frameworks(figure: tuple[Framework, ...]) -> Sheet:
    """Each framework under its title: key, question, and what the answer tells of."""
    width = max((display_width(prompt.key) for framework in figure for prompt in framework.prompts), default=0)
    blocks = [[_prompt(framework, prompt, width) for prompt in framework.prompts] for framework in figure]
    rows = [row for block in blocks for row in block]
    return Sheet(
        groups=[
            [
                Heading(one_line(one.title), f"--using {one_line(one.name)}" if one.name else ""),
                Table(block, beside=rows),
            ]
            for one, block in zip(figure, blocks, strict=True)
        ],
        lines=[row.line for row in rows],
        keys={"frameworks": [_framework_keys(one, block) for one, block in zip(figure, blocks, strict=True)]},
    )


def _framework_keys(framework: Framework, prompts: list[Row]) -> Keys:
    return {
        "name": framework.name,
        "kind": framework.kind,
        "title": framework.title,
        "version": framework.version,
        "questions": [prompt.keys for prompt in prompts],
    }


def _prompt(framework: Framework, prompt: Prompt, width: int) -> Row:
    words, target = one_line(prompt.words), _prompt_target(prompt)
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


def _prompt_target(prompt: Prompt) -> str:
    """What an answer tells of; or the option that it stands for."""
    return f"as {'TEXT' if prompt.option == 'text' else f'--{prompt.option}'}" if prompt.option else prompt.spine
