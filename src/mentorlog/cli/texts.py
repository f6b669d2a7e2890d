"""Where the words of a write come from: the line, standard input, the editor, or questions.

Words that did not come from the line are never lost: where they can't be saved they are a draft.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from mentorlog import config, drafts
from mentorlog.cli.call import Call
from mentorlog.drafts import KEPT, Draft
from mentorlog.errors import NOTHING_WRITTEN, MentorlogError, Mistyped
from mentorlog.text import clean

GO_ON = "To go on with it: mentorlog edit draft"


@dataclass
class Source:
    """Words on their way. `raw` is what came by other ways than the line; `draft` is where it is kept
    while an editor is open.
    """

    call: Call
    typed: str | None
    edits: bool
    raw: str = ""
    draft: Draft | None = None

    def text(self) -> str:
        """The text, clean. Opens the editor where that was asked for; raises Mistyped where there is none."""
        if self.raw or self.call.resumed is not None:
            return clean(self.raw)
        if self.edits:
            self.draft = drafts.keep(config.drafts_folder(), self.call.argv, self.typed or "", at=self.call.now)
            self.draft = drafts.edited(self.draft)
            self.raw = self.draft.text
            return clean(self.raw)
        if self.typed is None:
            raise Mistyped(
                "There are no words yet.",
                safe=NOTHING_WRITTEN,
                hint="Put them in quotes on the line, or use - for standard input, or -e for your editor.",
            )
        return clean(self.typed)

    def text_or_none(self) -> str:
        """As `text`, but there may be none."""
        return self.text() if self.raw or self.edits or self.typed not in (None, "-") else ""

    def text_if_any(self) -> str:
        """As `text`, but the question for it may have been skipped."""
        return "" if self.call.resumed == "" else self.text()


@contextmanager
def taking(call: Call, typed: str | None, *, edits: bool = False) -> Iterator[Source]:
    """The words of a command. Standard input is read at once; whatever fails inside, words that did
    not stand on the line are kept as a draft, and the error says so.
    """
    source = Source(call=call, typed=typed, edits=edits, raw=call.resumed or "")
    if typed == "-" and call.resumed is None:
        source.raw = sys.stdin.buffer.read().decode(errors="surrogateescape")
    try:
        yield source
    except BaseException as error:
        if not source.raw.strip():
            raise
        if source.draft is None:
            source.draft = drafts.keep(config.drafts_folder(), call.argv, source.raw, at=call.now)
        if isinstance(error, MentorlogError):
            error.safe = KEPT
            error.hint = f"{error.hint} {GO_ON}".strip()
        raise
    if source.draft:
        drafts.finish(source.draft)
