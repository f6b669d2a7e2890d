"""browse: the journal in a browser, through Datasette."""

import webbrowser
from typing import Annotated

from mentorlog.cli.app import programs
from mentorlog.cli.app.command import new_app
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.options import option
from mentorlog.cli.app.output import print_json, print_line, print_message
from mentorlog.errors import InvalidInput
from mentorlog.export.datasette_metadata import metadata

app = new_app()
Port = Annotated[int | None, option("--port N", "The port; any free one by default.")]
Open = Annotated[bool, option("--open/--no-open", "Open the browser, or only say the address.")]


@app.verb("mentorlog browse", "mentorlog browse --no-open --port 8001")
def browse(call: Invocation, port: Port = None, opens: Open = True) -> None:
    """The journal in your browser, read only, through Datasette.

    To narrow by kind, area, person and year, and to ask in SQL. It needs Datasette. This machine alone can reach
    it, with the token in the address; Ctrl-C ends it.
    """
    if port is not None and not 1 <= port <= 65535:
        raise InvalidInput("Invalid port.", hint="A port is a number from 1 to 65535.")
    program = programs.find_datasette()
    with call.open_readonly() as journal:
        years = sorted({entry.on.year for entry in journal.entries()}, reverse=True)
        if not call.path.is_file():
            raise InvalidInput("There is nothing to browse yet.", hint='To write a first line: mentorlog reflect "…"')

    def ready(address: str) -> None:
        if call.is_json:
            print_json({"address": address})
        else:
            print_line(address)
            print_message("Your journal, read only, for this machine alone. Ctrl-C ends it.")
        if opens:
            webbrowser.open(address)

    told = metadata(call.path.stem, years)
    programs.serve(program, call.path, told, port or programs.free_port(), ready)
