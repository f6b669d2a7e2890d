"""What mentorlog knows of itself: settings, facts, backups, the questions it asks, what is missing."""

import shlex

from mentorlog.dates import long_date, short_date
from mentorlog.insights.catchup import Catchup, CatchupQuestion, OverdueAction, UnreflectedSession
from mentorlog.model.frameworks import Framework, Prompt
from mentorlog.model.json_form import Keys
from mentorlog.model.reports import Backup
from mentorlog.phrases.days import moment
from mentorlog.phrases.grammar import plural, with_article
from mentorlog.text import display_width, one_line
from mentorlog.views.json.records import backup_keys
from mentorlog.views.lists.sheet import (
    BOLD,
    DIM,
    Heading,
    Paragraph,
    Part,
    Row,
    Sheet,
    Table,
    dim,
    joined,
    sheet_of_rows,
)

Facts = tuple[tuple[str, str], ...]


def info(figure: Facts) -> Sheet:
    """Facts with their labels; on a narrow screen the facts below them, so that paths stay whole."""
    rows = [Row(one_line(value), lead=dim(one_line(label))) for label, value in figure]
    lines = (f"{one_line(label)}: {one_line(value)}" for label, value in figure)
    return Sheet(groups=[[Table(rows, stacks=True)]], lines=lines, keys=dict(figure))


def settings(figure: Facts) -> Sheet:
    """The user's settings, each with its value."""
    lines = (f"{one_line(key)}: {one_line(value) or 'not set'}" for key, value in figure)
    return info(figure)._replace(lines=lines, keys={"settings": dict(figure)})


def backups(figure: tuple[Backup, ...]) -> Sheet:
    """The backups, the newest last: when, how many entries, who made it; then where their files are."""
    folder = one_line(str(figure[-1].path.parent)) if figure else ""
    return sheet_of_rows(
        Heading("Backups"),
        "backups",
        list(map(_backup, figure)),
        empty=[Paragraph("There is no backup yet.\nTo make one: mentorlog backup add")],
        foot=[Paragraph(f"They stand in {folder}\nTo go back: mentorlog backup restore")],
    )


def _backup(backup: Backup) -> Row:
    held = plural("entry", backup.entries) if backup.entries is not None else "can't be read"
    made = "automatic" if backup.is_automatic else "by hand"
    file = one_line(backup.path.name)
    return Row(
        file,
        lead=dim(moment(backup.at)),
        asides=(dim(f"{held}, {made}"),),
        line=joined(moment(backup.at), made, held, file),
        keys=backup_keys(backup),
    )


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
    match question:
        case UnreflectedSession():
            return question.session.number, f'mentorlog reflect "…" --about {question.session.number}'
        case OverdueAction():
            return question.action.number, f'mentorlog action done {question.action.number} "…"'
        case _:
            name = question.person.name
            return name, f'mentorlog ask "…" --with {shlex.quote(one_line(name))}'


def _prompt_target(prompt: Prompt) -> str:
    """What an answer tells of; or the option that it stands for."""
    return f"as {'TEXT' if prompt.option == 'text' else f'--{prompt.option}'}" if prompt.option else prompt.spine
