"""What mentorlog knows of itself: facts, settings, backups."""

from mentorlog.model.reports import Backup
from mentorlog.phrases.days import moment
from mentorlog.phrases.grammar import plural
from mentorlog.text import one_line
from mentorlog.views.json.records import backup_keys
from mentorlog.views.lists.sheet import Heading, Paragraph, Row, Sheet, Table, dim, joined

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
    return Sheet.of_rows(
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
