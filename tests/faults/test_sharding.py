"""The long form: every row in pieces, and one table of what came out, also of rows that were run apart."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.faults import __main__ as long_form
from tests.faults import sharding as pieces_of
from tests.faults.harness import Count
from tests.faults.sharding import Shard, run_shard, shards
from tests.faults.table import HARNESSES, Harness

BREAKS = 100
SHARES: list[tuple[int, int]] = []


def run(tries: int, folder: Path, *, seed: int = 1) -> Count:  # noqa: ARG001 - every harness takes a folder
    SHARES.append((tries, seed))
    if tries == BREAKS:
        raise ValueError
    return Count(tries=tries)


MADE_UP = Harness(
    name="made-up", fault="something", run=run, short=1, long=20, least=20, broken=(("loses", run, 3),), parts=3
)


def test_the_pieces_are_the_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces_of, "HARNESSES", (MADE_UP,))
    SHARES.clear()
    found = list(shards(MADE_UP))
    assert [str(piece) for piece in found] == ["made-up 1/3", "made-up 2/3", "made-up 3/3", "made-up loses"]
    count = Count()
    for piece in found[:-1]:
        count.add(run_shard(piece, tmp_path, tmp_path).count)
    assert (count.tries, count.losses, SHARES) == (20, [], [(7, 1), (7, 2), (6, 3)])


def test_a_harness_that_breaks_is_a_loss(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces_of, "HARNESSES", (replace(MADE_UP, long=BREAKS, parts=1),))
    (loss,) = run_shard(Shard(name="made-up"), tmp_path, tmp_path).count.losses
    assert loss.startswith("the harness broke: Traceback")


def test_one_table_of_rows_run_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    results = tmp_path / "kept" / "faults.json"
    first, second = HARNESSES[0], HARNESSES[1]
    for harness in (first, second):
        row = long_form.Row()
        row.add(Shard(name=harness.name), pieces_of.ShardResult(count=Count(tries=harness.least), seconds=1))
        for what, *_ in harness.broken:
            lost = pieces_of.ShardResult(count=Count(tries=5, losses=["It is gone."]), seconds=1)
            row.add(Shard(name=harness.name, broken=what), lost)
        long_form._keep(results, harness.name, row.as_json("a1b2c3d"))
    assert long_form.main(["--only-table", "--results", str(results)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert [line.split(" | ")[0] for line in said[2:4]] == [f"| {first.fault}", f"| {second.fault}"]
    assert said[-1] == "Tried on a1b2c3d."
    known = json.loads(results.read_text("utf-8"))
    known[first.name]["tries"] -= 1
    results.write_text(json.dumps(known), "utf-8")
    assert long_form.main(["--only-table", "--results", str(results)]) == 1, "less than it must reach"
