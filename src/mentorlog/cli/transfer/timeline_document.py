"""timeline --to: a timeline as a document, on standard output or in a file."""

from importlib import import_module
from pathlib import Path

from mentorlog.cli.app.context import Call, shown_path
from mentorlog.cli.app.output import answer, say_bytes
from mentorlog.errors import Mistyped
from mentorlog.files import write_whole
from mentorlog.insights.timeline import Timeline
from mentorlog.insights.year import Frame
from mentorlog.views.words import plural

DOCUMENTS = {"html": "timeline_html", "md": "timeline_markdown"}


def hand_on(call: Call, figure: Timeline, to: str | None, out: str | None, *, force: bool) -> None:
    """The timeline in the form `to`, or as the ending of `out` says; raises Mistyped for a form that is none."""
    render = import_module(f"mentorlog.export.{DOCUMENTS[_form(to, out)]}").render
    content: bytes = render(figure, Frame(name=call.settings.name)).encode()
    if out is None or out == "-":
        say_bytes(content)
        return
    path = Path(out).expanduser()
    write_whole(path, content, may_replace=force)
    said = f"{shown_path(path)} written: {plural('entry', len(figure.entries))}{call.where}."
    answer(call, [said], {"file": str(path), "entries": len(figure.entries)})


def _form(to: str | None, out: str | None) -> str:
    form = to or {".md": "md", ".markdown": "md"}.get(Path(out or "").suffix.lower(), "html")
    if form not in DOCUMENTS:
        raise Mistyped("A timeline can't be written in that form.", hint=f"It can be: {', '.join(DOCUMENTS)}")
    return form
