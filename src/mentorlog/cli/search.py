"""search: words, in any script."""

from dataclasses import replace

from mentorlog.cli.app import options
from mentorlog.cli.app.command import new_app
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.filters import NO_FILTERS, Filters, filter_options, show_matches
from mentorlog.text import clean_line

app = new_app()


@app.verb("mentorlog search grandmother", "mentorlog search 身份 --in 2026", "mentorlog search nguyen meeting")
@filter_options()
def search(call: Invocation, words: options.Words, filters: Filters = NO_FILTERS) -> None:
    """Find entries that hold all the words, in any script.

    The newest come first. Case and the marks of Latin letters do not matter: nguyen finds Nguyễn. It looks in titles,
    texts, answers and people's names.
    """
    wanted = clean_line(" ".join(words), what="search")
    with call.open_readonly() as journal:
        chosen = replace(filters.selection(call, journal), words=tuple(wanted.split()))
        show_matches(call, journal, chosen)
