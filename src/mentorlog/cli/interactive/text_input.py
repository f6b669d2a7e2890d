"""Where the words of a write come from: the line, standard input, the editor, or questions.

Words that did not come from the line are never lost: where they can't be saved they are a draft.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from mentorlog import errors
from mentorlog.cli.app.context import Invocation
from mentorlog.errors import InvalidInput, MentorlogError, StorageError
from mentorlog.text import clean

KEPT_TOO = "Your text is kept as a draft as well."
LOST = "Nothing was written, and your text could not be kept as a draft."
GIVE_AGAIN = "Then give it again."
if TYPE_CHECKING:
    from mentorlog.cli.interactive.frameworks import FilledFramework
    from mentorlog.drafts import Draft

GO_ON = "To go on with it, with the right options behind it: mentorlog edit draft"


@dataclass(repr=False, eq=False)
class TextInput:
    """Words on their way. `raw` is what came by other ways than the line; `draft` is where it is kept
    while an editor is open, `interview` names the question set that may bring them, `filled_framework` holds the
    questions and answers of a framework.
    """

    call: Invocation
    typed: str | None
    edits: bool
    interview: str
    raw: str | None = None
    draft: "Draft | None" = None
    filled_framework: "FilledFramework | None" = None

    @property
    def has_source(self) -> bool:
        """Whether there are words, or an editor is to bring them."""
        return self.edits or self.typed is not None or self.raw is not None

    def text(self) -> str:
        """The text, clean. Opens the editor or asks where it is to come from there; raises InvalidInput
        where there is none. What was typed in options is to be checked before this.
        """
        if self.call.is_resuming:
            self._run_interview()
        if self.raw is None and self.edits:
            self._edit(self.typed or "")
        words = self.typed if self.raw is None else self.raw
        if words is None:
            self._run_interview()
        return clean(words)

    def text_or_empty(self) -> str:
        """As `text`, but there may be none."""
        return self.text() if self.has_source else ""

    def optional_text(self) -> str:
        """As `text`, but the question for it may have been skipped."""
        return "" if self.call.resumed_text == "" else self.text()

    def text_with_answers(self, guide: "FilledFramework") -> "tuple[str, FilledFramework]":
        """The text and the answers of `guide`, one of which there is. In the editor the questions are headings."""
        self.filled_framework = guide
        if self.edits:
            return self._from_template(guide)
        has_text = self.call.is_resuming or not guide.answers_by_key or (self.raw != "" and self.has_source)
        return self.text() if has_text else "", guide

    def _from_template(self, guide: "FilledFramework") -> "tuple[str, FilledFramework]":
        if self.raw is None:
            self._edit(guide.template(self.typed or ""))
        text, read = guide.parse_template(self.raw or "")
        if not text.strip() and not read.answers_by_key:
            self._drop()
            raise InvalidInput("editor-empty", safe=errors.NOTHING_WRITTEN)
        return clean(text) if text.strip() else "", read

    @property
    def _or_fill(self) -> str:
        return f" Or answer: --fill {self.filled_framework.framework.keys[0]}=TEXT" if self.filled_framework else ""

    def _edit(self, words: str) -> None:
        from mentorlog import drafts
        from mentorlog.cli.interactive.interview import save_draft

        self.draft = drafts.edit_in_editor(self.draft or save_draft(self.call, words))
        self.raw = self.draft.text

    def _drop(self) -> None:
        from mentorlog import drafts

        self.raw = None
        if self.draft:
            drafts.delete_draft(self.draft)

    def _run_interview(self) -> NoReturn:
        from mentorlog.cli.interactive.interview import run_interview
        from mentorlog.cli.interactive.prompts import can_ask

        self.raw = None
        if self.interview and can_ask(self.call):
            run_interview(self.call, self.interview, self.filled_framework)
        raise InvalidInput(
            "There are no words yet.",
            safe=errors.NOTHING_WRITTEN,
            hint=f"Put them in quotes on the line, or use - for standard input, or -e for your editor.{self._or_fill}",
        )


@contextmanager
def text_input(call: Invocation, typed: str | None, *, edits: bool = False, interview: str = "") -> Iterator[TextInput]:
    """The words of a command. Standard input is read at once; whatever fails inside, words that did
    not stand on the line are kept as a draft, and the error says so.
    """
    source = TextInput(
        call=call, typed=typed, edits=edits, interview=interview, raw=call.resumed_text, draft=call.draft
    )
    if typed == "-" and source.raw is None:
        source.raw = sys.stdin.buffer.read().decode(errors="surrogateescape")
    try:
        yield source
    except BaseException as error:
        known = error
        if isinstance(error, OSError) and not call.has_written:
            known = StorageError.of(error, safe=errors.NOTHING_CHANGED)
        if isinstance(known, MentorlogError) and interview:
            from mentorlog.cli.app.messages import SAFE, describe

            if describe(known).safe == SAFE[errors.NOTHING_CHANGED]:
                known.safe = errors.NOTHING_WRITTEN
        if (source.raw or "").strip():
            _save_draft(source, known)
        if known is error:
            raise
        raise known from error
    if source.draft:
        from mentorlog import drafts

        drafts.delete_draft(source.draft)


def _save_draft(source: TextInput, error: BaseException) -> None:
    """Keep the words as a draft, and let the error say whether that could be done."""
    from mentorlog.cli.app.messages import SAFE, describe
    from mentorlog.cli.interactive.interview import save_draft

    told = errors.DRAFT_KEPT
    try:
        source.draft = source.draft or save_draft(source.call, source.raw or "")
    except (MentorlogError, OSError):
        told = LOST
    if isinstance(error, MentorlogError):
        said = describe(error)
        error.safe = f"{said.safe} {KEPT_TOO}" if said.safe == SAFE[errors.UNSEEN] and source.draft else told
        error.hint = f"{said.hint}{'    ' if said.hint else ''}{GO_ON if source.draft else GIVE_AGAIN}".strip()
