"""What is said of errors. Elsewhere tests ask for the reason and its values, so that better words change one place."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from mentorlog import errors
from mentorlog.cli.app.messages import MESSAGES, SAFE, Message, describe
from mentorlog.cli.app.registry import COMMAND_TABLE
from mentorlog.errors import Damaged, InvalidInput, MentorlogError, NotFound, StorageError
from mentorlog.exchange.foreign.detect import OTHER_FILES
from mentorlog.model.enums import Kind
from mentorlog.model.packets import FEEDBACK, PACKET
from mentorlog.storage.database.connection import ERRORS_BY_CODE
from tests.conftest import Program

SOURCE = Path(errors.__file__).parent
KINDS = {"cls", "MentorlogError", *(kind.__name__ for kind in MentorlogError.__subclasses__())}
REASON = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def raised() -> Iterator[tuple[str, str, set[str]]]:
    """The file, the reason and the names of the values of every error that is made with a reason."""
    for path in SOURCE.rglob("*.py"):
        place = path.relative_to(SOURCE).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KINDS:
                values = {str(keyword.arg) for keyword in node.keywords} - {"safe", "hint"}
                first = node.args[0] if node.args else None
                for reason in (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,):
                    if isinstance(reason, ast.Constant):
                        yield place, str(reason.value), values


RAISED = [each for each in raised() if not each[0].startswith("cli") or REASON.fullmatch(each[1])]


def named(template: str) -> set[str]:
    return set(re.findall(r"\{(\w+)", template))


def test_every_reason_has_words_and_all_words_a_reason() -> None:
    looked_up = {reason for _, reason in ERRORS_BY_CODE.values()} | {"sqlite", *OTHER_FILES.values()}
    assert {reason for _, reason, _ in RAISED} | looked_up == set(MESSAGES)


def test_the_words_name_the_values_that_are_given() -> None:
    for place, reason, values in RAISED:
        assert named(" ".join(MESSAGES[reason])) <= values, (place, reason)


@pytest.mark.parametrize("reason", MESSAGES)
def test_a_message_says_what_happened_what_is_safe_and_what_to_do(reason: str) -> None:
    message, hint, safe = MESSAGES[reason]
    assert re.fullmatch(r"[A-Z\"{].*(\.|\{cause\})", message)
    assert len(message.split()) <= 18
    assert not hint or re.match(r"[A-Z\"{]", hint)
    assert safe in SAFE


def said_in(tree: ast.AST) -> Iterator[str]:
    """The texts of a module but for its docstrings."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
            yield from said_in(node)


def test_no_command_line_is_spelled_out_below_views() -> None:
    command = re.compile(rf"\bmentorlog ({'|'.join(COMMAND_TABLE)})\b")
    for path in SOURCE.rglob("*.py"):
        if path.relative_to(SOURCE).parts[0] not in ("cli", "views", "phrases"):
            said = set(said_in(ast.parse(path.read_text(encoding="utf-8")))) - {PACKET, FEEDBACK}
            assert not list(filter(command.search, said)), path


SAID = [
    (NotFound("no-entry", number=5), "There is no entry 5."),
    (NotFound("none-yet", kinds=("goal", "action")), "There is no goal or action yet."),
    (InvalidInput("ambiguous-area", word="c", areas=("a", "b", "c")), '"c" could be a, b or c.'),
    (NotFound("removed", kind=Kind.CHECKIN, number=3), "Check-in 3 was removed."),
    (Damaged("missing-columns", columns=("on", "text")), "The table has no column for on and text."),
    (Damaged("bad-text", place="Row 2", cause=InvalidInput("empty", what="name")), "Row 2: The name is empty."),
    (NotFound("no-area", word="\x1b[2J"), 'There is no area "␛[2J".'),
    (InvalidInput("Give {one} number."), "Give {one} number."),
]


@pytest.mark.parametrize(("error", "message"), SAID, ids=[error.reason for error, _ in SAID])
def test_values_are_put_into_words(error: MentorlogError, message: str) -> None:
    assert describe(error).message == message


def test_a_value_can_not_disturb_a_shell() -> None:
    error = NotFound("no-person-but", name="x; rm -r ~", meant="Linh")
    assert describe(error).hint == "Did you mean Linh? Somebody new: mentorlog person add 'x; rm -r ~'"


def test_what_is_safe_and_what_to_do_may_be_known_better_where_it_is_raised() -> None:
    assert describe(StorageError("disk-full")) == Message(
        "The disk is full.", "Make room, then try again.", "The journal is as it was."
    )
    better = StorageError("disk-full", safe=errors.NO_FILE, hint="Wait.")
    assert describe(better) == Message("The disk is full.", "Wait.", "No file was written.")


def test_the_hint_of_a_cause_is_kept() -> None:
    assert describe(Damaged("bad-day", place="Row 2", cause=InvalidInput("not-a-day", words="x"))).hint.startswith(
        "A day"
    )


def test_a_kind_is_named_as_it_is_typed_and_called_as_people_call_it(mentorlog: Program) -> None:
    hint = mentorlog("timeline", "--kind", "foo").err
    assert "Use session, reflection, goal, action, question, checkin or feedback." in hint
    mentorlog("area", "checkin", "identity", "Here.")
    mentorlog("remove", "1")
    assert mentorlog("show", "1").err.startswith("Check-in 1 was removed.")
