"""A yearly summary as one HTML file: nothing remote, no script, and no user text that isn't escaped.

The templates beside this file only lay out; what is said stands in `phrases`, how it is cut in `layout`, and the
user's Markdown is tamed in `safe_markdown`. The same summary gives the same bytes.
"""

from mentorlog.export import layout
from mentorlog.export.html import environment
from mentorlog.insights.year import YearSummary


def render(summary: YearSummary) -> str:
    """The document of `summary`; its styles are in it."""
    return (
        environment()
        .get_template("year.html")
        .render(
            year=summary,
            links=layout.links(summary),
            colours=layout.colours([tally.area for tally in summary.progress.areas]),
        )
    )
