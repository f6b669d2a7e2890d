"""The JSON form of what goes into a document and what stays out."""

from mentorlog.export.entry_keys import Keys, day_key
from mentorlog.insights.preview import Preview


def year_preview_keys(figure: Preview) -> Keys:
    """What goes in, each entry "as" a number of the reader's; what of the period stays "out", each with the reason."""
    rule, period = figure.frame.rule, figure.period
    return {
        "reader": str(rule.reader),
        "names": str(rule.names),
        "period": {"from": day_key(period.start), "until": day_key(period.until)},
        "entries": [{"number": row.entry.number, "as": row.number} for row in figure.within],
        "out": [{"number": row.entry.number, "why": row.reason} for row in figure.without],
    }
