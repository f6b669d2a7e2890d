"""Where the words of a write come from: the line, standard input, the editor, or questions.

Words that did not come from the line are never lost: where they can't be saved they are a draft.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from mentorlog.cli.call import Call
from mentorlog.errors import NOTHING_WRITTEN, MentorlogError, Mistyped
from mentorlog.storage.journal import UNSEEN
from mentorlog.text import clean

KEPT_TOO = "Your text is kept as a draft as well."
LOST = "Nothing was written, and your text could not be kept as a draft."
GIVE_AGAIN = "Then give it again."
if TYPE_CHECKING:
    from mentorlog.drafts import Draft

GO_ON = "To go on with it, with the right options behind it: mentorlog edit draft"


@dataclass
class Source:
    """Words on their way. `raw` is what came by other ways than the line; `draft` is where it is kept
    while an editor is open, `asks` names the round of questions that may bring them.
    """

    call: Call
    typed: str | None
    edits: bool
    asks: str
    raw: str | None = None
    draft: "Draft | None" = None

    @property
    def comes(self) -> bool:
        """Whether there are words, or an editor is to bring them."""
        return self.edits or self.typed is not None or self.raw is not None

    def text(self) -> str:
        """The text, clean. Opens the editor or asks where it is to come from there; raises Mistyped
        where there is none. What was typed in options is to be checked before this.
        """
        if self.raw is None and self.edits:
            from mentorlog import drafts
            from mentorlog.cli.questions import keep

            self.draft = drafts.edited(self.draft or keep(self.call, self.typed or ""))
            self.raw = self.draft.text
        words = self.typed if self.raw is None else self.raw
        if words is None:
            self._ask()
        return clean(words)

    def text_or_none(self) -> str:
        """As `text`, but there may be none."""
        return self.text() if self.comes else ""

    def text_if_any(self) -> str:
        """As `text`, but the question for it may have been skipped."""
        return "" if self.call.resumed == "" else self.text()

    def _ask(self) -> NoReturn:
        from mentorlog.cli.questions import ask, can_ask

        if self.asks and can_ask(self.call):
            ask(self.call, self.asks)
        raise Mistyped(
            "There are no words yet.",
            safe=NOTHING_WRITTEN,
            hint="Put them in quotes on the line, or use - for standard input, or -e for your editor.",
        )


@contextmanager
def taking(call: Call, typed: str | None, *, edits: bool = False, asks: str = "") -> Iterator[Source]:
    """The words of a command. Standard input is read at once; whatever fails inside, words that did
    not stand on the line are kept as a draft, and the error says so.
    """
    source = Source(call=call, typed=typed, edits=edits, asks=asks, raw=call.resumed, draft=call.draft)
    if typed == "-" and source.raw is None:
        source.raw = sys.stdin.buffer.read().decode(errors="surrogateescape")
    try:
        yield source
    except BaseException as error:
        if (source.raw or "").strip():
            _rescue(source, error)
        raise
    if source.draft:
        from mentorlog import drafts

        drafts.finish(source.draft)


def _rescue(source: Source, error: BaseException) -> None:
    """Keep the words as a draft, and let the error say whether that could be done."""
    from mentorlog.cli.questions import keep
    from mentorlog.drafts import KEPT

    told = KEPT
    try:
        source.draft = source.draft or keep(source.call, source.raw or "")
    except (MentorlogError, OSError):
        told = LOST
    if isinstance(error, MentorlogError):
        error.safe = f"{error.safe} {KEPT_TOO}" if error.safe == UNSEEN and source.draft else told
        error.hint = f"{error.hint} {GO_ON if source.draft else GIVE_AGAIN}".strip()
