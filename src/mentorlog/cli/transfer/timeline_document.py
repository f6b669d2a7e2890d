"""timeline --to: a timeline as a document, on standard output or in a file."""

from importlib import import_module
from pathlib import Path

from mentorlog.cli.app.context import Invocation, display_path
from mentorlog.cli.app.output import print_bytes, print_result
from mentorlog.errors import InvalidInput
from mentorlog.files import write_file
from mentorlog.insights.timeline import Timeline
from mentorlog.insights.year import SummaryOptions
from mentorlog.phrases.grammar import plural

DOCUMENTS = {"html": "timeline_html", "md": "timeline_markdown"}


def export_timeline(call: Invocation, figure: Timeline, to: str | None, out: str | None, *, force: bool) -> None:
    """The timeline in the form `to`, or as the ending of `out` says; raises Mistyped for a form that is none."""
    render = import_module(f"mentorlog.export.{DOCUMENTS[_form(to, out)]}").render
    content: bytes = render(figure, SummaryOptions(name=call.settings.name)).encode()
    if out is None or out == "-":
        print_bytes(content)
        return
    path = Path(out).expanduser()
    write_file(path, content, may_replace=force)
    said = f"{display_path(path)} written: {plural('entry', len(figure.entries))}{call.location_suffix}."
    print_result(call, [said], {"file": str(path), "entries": len(figure.entries)})


def _form(to: str | None, out: str | None) -> str:
    form = to or {".md": "md", ".markdown": "md"}.get(Path(out or "").suffix.lower(), "html")
    if form not in DOCUMENTS:
        raise InvalidInput("A timeline can't be written in that form.", hint=f"It can be: {', '.join(DOCUMENTS)}")
    return form
