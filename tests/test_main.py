"""The way in and out: signals end a command in order, and the process leaves at once."""

import gc
import os
import signal
import sys
import time
import weakref
from collections.abc import Callable, Iterator

import pytest


class Left(BaseException):
    """Instead of the process leaving."""


@pytest.fixture(autouse=True)
def a_long_life() -> Iterator[None]:
    """The process of the tests lives on, with its garbage collected and its signals as they were."""
    before = {one: signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    hook = sys.unraisablehook
    yield
    gc.enable()
    sys.unraisablehook = hook
    for one, handler in before.items():
        signal.signal(one, handler)


def leave(monkeypatch: pytest.MonkeyPatch, main: object) -> list[int]:
    from mentorlog import __main__

    codes: list[int] = []

    def leaving(code: int) -> None:
        codes.append(code)
        raise Left

    monkeypatch.setattr("mentorlog.cli.main", main)
    monkeypatch.setattr(os, "_exit", leaving)
    with pytest.raises(Left):
        __main__.start()
    return codes


def test_the_code_of_the_command_is_that_of_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    assert leave(monkeypatch, lambda: 3) == [3]


def test_a_signal_interrupts_and_is_not_disturbed(monkeypatch: pytest.MonkeyPatch) -> None:
    def main() -> int:
        os.kill(os.getpid(), signal.SIGTERM)
        return 0

    assert leave(monkeypatch, main) == [130]
    assert signal.getsignal(signal.SIGINT) == signal.SIG_IGN


def test_what_was_ignored_before_stays_so(monkeypatch: pytest.MonkeyPatch) -> None:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)

    def main() -> int:
        os.kill(os.getpid(), signal.SIGHUP)
        return 0

    assert leave(monkeypatch, main) == [0]


class Thing:
    """Something that a callback of Python's own waits for."""


def drop_one(callback: Callable[[object], object]) -> None:
    thing = Thing()
    kept = weakref.ref(thing, callback)
    del thing
    assert kept() is None


def test_a_signal_in_a_callback_of_pythons_interrupts_all_the_same(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def main() -> int:
        drop_one(lambda _: os.kill(os.getpid(), signal.SIGHUP))
        for _ in range(1000):
            time.sleep(0.01)
        return 0

    assert leave(monkeypatch, main) == [130]
    assert capsys.readouterr().err == ""


def test_another_error_in_a_callback_is_pythons_to_tell(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def main() -> int:
        drop_one(lambda _: int("none"))
        return 0

    assert leave(monkeypatch, main) == [0]
    assert "ValueError" in capsys.readouterr().err


class Named:
    """Something that a class gives a name to, and that is interrupted then."""

    def __set_name__(self, owner: type, name: str) -> None:
        os.kill(os.getpid(), signal.SIGTERM)


def make_a_class(*_: object) -> int:
    type("Made", (), {"it": Named()})
    return 0


def test_a_signal_while_a_class_is_made_interrupts_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where a module is loaded."""
    assert leave(monkeypatch, make_a_class) == [130]


def test_so_it_does_within_a_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from mentorlog import cli

    main = cli.main
    monkeypatch.setattr(cli, "run", make_a_class)
    assert leave(monkeypatch, lambda: main([])) == [130]
    assert capsys.readouterr().err == ""


def test_an_error_of_our_own_is_not_taken_for_a_signal(monkeypatch: pytest.MonkeyPatch) -> None:
    from mentorlog import __main__

    def main() -> int:
        raise RuntimeError

    monkeypatch.setattr("mentorlog.cli.main", main)
    with pytest.raises(RuntimeError):
        __main__.start()
