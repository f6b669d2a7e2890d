"""Writing by a framework: on the line, by questions, in the editor; and the user's own frameworks."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mentorlog.model.frameworks import Framework, Prompt, parse_library
from tests.cli.interactive.test_text_input import drafts
from tests.cli.terminal import Terminal
from tests.conftest import Program

COMMAND = {"reflection": ("reflect",), "goal": ("goal", "add")}
FRAMEWORKS = [framework for framework in parse_library().frameworks if framework.kind in COMMAND]
ALSO = {"reflection": ("How did it feel?", "Which areas?"), "goal": ("Which areas?",)}  # asked after the questions
ANSWERS = {"due": "2026-06-30", "target": "5"}
OWN = """
[week]
questions = [
    { key = "light", words = "What {was} light?", spine = "felt" },
    { key = "heavy", words = "何が重かった？" },
]

[who]
for = "goal"
questions = [{ key = "helps", words = "Who helps?" }, { key = "till", words = "Till when?", option = "due" }]

[starters]
speaking = ["When did you speak up?"]
"""


def answers_to(prompt: Prompt) -> list[str]:
    """An answer to a question; several lines where it takes them."""
    answer = ANSWERS.get(prompt.option, f"An answer: {prompt.key} = 身份 ## {{0}}")
    return [answer, "And another"] if prompt.is_many else [answer]


def saved(mentorlog: Program, number: str = "last") -> dict[str, Any]:
    entry: dict[str, Any] = mentorlog("show", number, "--json").json()
    return {key: value for key, value in entry.items() if key not in ("number", "uid", "written_at")}


def by_options(mentorlog: Program, framework: Framework) -> dict[str, Any]:
    fills = [
        word
        for prompt in framework.prompts
        for answer in answers_to(prompt)
        for word in ("--fill", f"{prompt.key}={answer}")
    ]
    assert mentorlog(*COMMAND[framework.kind], "--using", framework.name, *fills).exit == 0
    return saved(mentorlog)


def by_questions(mentorlog: Program, framework: Framework) -> dict[str, Any]:
    with Terminal(*COMMAND[framework.kind], "--using", framework.name) as at:
        for prompt in framework.prompts:
            at.expect(prompt.words)
            for answer in answers_to(prompt):
                at.type(answer)
            if prompt.is_many:
                at.type("")
        for question in ALSO[framework.kind]:
            at.answer(question, "")
        assert at.ended() == 0
    return saved(mentorlog)


def by_editor(mentorlog: Program, framework: Framework, editor: Callable[..., Path]) -> dict[str, Any]:
    sections = [f"## {prompt.words}\n\n" + "\n".join(answers_to(prompt)) for prompt in framework.prompts]
    found = editor("\n\n".join(sections) + "\n")
    assert mentorlog(*COMMAND[framework.kind], "-e", "--using", framework.name).exit == 0
    assert [line for line in found.read_text().splitlines() if line.startswith("## ")] == [
        f"## {prompt.words}" for prompt in framework.prompts
    ]
    return saved(mentorlog)


@pytest.mark.parametrize("framework", FRAMEWORKS, ids=lambda framework: framework.name)
def test_it_comes_out_the_same_in_all_three_ways(
    framework: Framework, mentorlog: Program, editor: Callable[..., Path]
) -> None:
    first = by_options(mentorlog, framework)
    assert first["framework"] == framework.name
    assert [answer["key"] for answer in first["answers"]] == [each.key for each in framework.prompts if not each.option]
    assert by_questions(mentorlog, framework) == first
    assert by_editor(mentorlog, framework, editor) == first
    assert drafts(mentorlog) == []


def test_answers_keep_their_question_and_what_they_tell_of(mentorlog: Program) -> None:
    entry = mentorlog("reflect", "Beside it.", "--fill", "now-what=Ask again.", "--json").json()
    assert (entry["text"], entry["framework"]) == ("Beside it.", "driscoll")
    assert entry["answers"] == [
        {
            "key": "now_what",
            "question": "Now what: what will you do, or leave?",
            "text": "Ask again.",
            "spine": "next",
        }
    ]
    assert "Now what: what will you do, or leave?" in mentorlog("show", "1").out
    assert mentorlog("search", "again").out != ""


def test_a_goal_s_fields_come_from_its_answers(mentorlog: Program) -> None:
    fills = [word for key in ("signs=Quiet", "signs=- Laughter", "today=Loud") for word in ("--fill", key)]
    goal = mentorlog("goal", "add", "Be at home", "--using", "direction", *fills, "--json").json()
    assert (goal["text"], goal["signs"], goal["answers"][0]["text"]) == ("Be at home", ["Quiet", "Laughter"], "Loud")
    steps = ("--using", "steps", "--fill", "steps=Ask", "--fill", "steps=Write", "--fill", "what=Lead")
    assert mentorlog("goal", "add", *steps, "--json").json()["target"] == 2
    assert mentorlog("goal", "add", *steps, "--target", "7", "--json").json()["target"] == 7
    assert mentorlog("goal", "add", "--fill", "what=Lead", "--json").json()["framework"] == "smart"


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        (
            ["reflect", "--using", "smart"],
            'There is no framework "smart" for a reflection.',
            "There are: driscoll",
        ),
        (["reflect", "--using", "era"], "There are no words yet.", "--fill experience=TEXT"),
        (["reflect", "--fill", "what"], "--fill takes KEY=TEXT.", "The keys: what, so_what, now_what"),
        (["reflect", "--fill", "why=x"], 'There is no question "why".', "The keys: what, so_what, now_what"),
        (["reflect", "--fill", "what= "], "The answer is empty.", ""),
        (["reflect", "x", "--starter"], "--starter needs to know which area.", "Add -a AREA."),
        (["goal", "add", "--fill", "why=x"], "A goal needs words of its own.", ""),
        (["goal", "add", "x", "--using", "count", "--fill", "target=five"], "How many times has to be a number.", ""),
        (["goal", "add", "x", "--using", "count", "--fill", "target=0"], "--target takes a whole number", ""),
        (["goal", "add", "x", "--fill", "due=never"], '"never" can\'t be read as a day.', ""),
    ],
)
def test_what_can_t_be_right(line: list[str], message: str, hint: str, mentorlog: Program) -> None:
    answer = mentorlog(*line)
    assert answer.exit == 2
    assert answer.err.startswith(message)
    assert hint in answer.err
    assert mentorlog("timeline", "--json").json()["total"] == 0


def test_in_the_editor_a_text_may_stand_above(mentorlog: Program, editor: Callable[..., Path]) -> None:
    found = editor("Above.\n\n## What happened, in a sentence?\nThis.\n")
    entry = mentorlog("reflect", "Begun.", "-e", "--using", "era", "--fill", "action=Ask.", "--json").json()
    assert "Begun.\n\n## What happened, in a sentence?\n\n\n\n" in found.read_text()
    assert found.read_text().endswith("## What follows from it?\n\nAsk.\n")
    assert (entry["text"], [answer["text"] for answer in entry["answers"]]) == ("Above.", ["This."])


def test_a_template_left_empty_writes_nothing(mentorlog: Program, editor: Callable[..., Path]) -> None:
    editor("## What happened, in a sentence?\n\n")
    answer = mentorlog("reflect", "-e", "--using", "era")
    assert (answer.exit, answer.err.splitlines()[0]) == (2, "Nothing was written in the editor.")
    assert drafts(mentorlog) == []


def test_an_empty_pipe_in_place_of_the_editor_writes_nothing(mentorlog: Program) -> None:
    answer = mentorlog("reflect", "-", "-e", "--using", "era", input="\n")
    assert (answer.exit, answer.err.splitlines()[0]) == (2, "Nothing was written in the editor.")
    assert drafts(mentorlog) == []


def test_a_template_that_can_t_be_saved_is_gone_on_with(mentorlog: Program, editor: Callable[..., Path]) -> None:
    editor("## By when?\nnever\n## What exactly do you want to reach?\nLead\n")
    answer = mentorlog("goal", "add", "-e", "--using", "smart")
    assert (answer.exit, answer.err.splitlines()[1]) == (2, "Nothing was written; your text is kept as a draft.")
    editor("## By when?\n2026-06-30\n## What exactly do you want to reach?\nLead\n")
    goal = mentorlog("edit", "draft", "--json").json()
    assert (goal["text"], goal["due"]) == ("Lead", "2026-06-30")
    assert drafts(mentorlog) == []


def test_a_text_that_is_resumed_stands_beside_its_answers(mentorlog: Program) -> None:
    line = ("reflect", "-", "--fill", "what=This", "-a", "nonsense")
    assert mentorlog(*line, input="Words").exit == 3
    entry = mentorlog("edit", "draft", "-a", "cop", "--no-input", "--json").json()
    assert (entry["text"], entry["answers"][0]["text"]) == ("Words", "This")


def test_starter_questions_come_first(mentorlog: Program) -> None:
    mentorlog("session", "add", "Talked.", "-a", "networking")
    line = ("reflect", "--starter", "--about", "1")
    entry = mentorlog(*line, "--fill", "networking_1=Rosa", "--json").json()
    assert (entry["framework"], entry["answers"][0]["question"]) == ("", "Who would you like to know a year from now?")
    entry = mentorlog(*line, "--using", "era", "--fill", "action=Ask", "--fill", "networking-2=Hers", "--json").json()
    assert [answer["key"] for answer in entry["answers"]] == ["networking_2", "action"]


def test_an_area_without_starter_questions_leaves_the_usual_ones(mentorlog: Program) -> None:
    mentorlog("area", "add", "speaking")
    entry = mentorlog("reflect", "--starter", "-a", "speaking", "--fill", "what=This", "--json").json()
    assert entry["framework"] == "driscoll"


def test_the_questions_can_be_seen(mentorlog: Program) -> None:
    shown = mentorlog("reflect", "--questions", "--using", "driscoll")
    assert shown.out.splitlines() == [
        "driscoll, what, happened: What happened?",
        "driscoll, so_what, meant: So what: why does it matter to you?",
        "driscoll, now_what, next: Now what: what will you do, or leave?",
    ]
    found = mentorlog("reflect", "--questions", "--json").json()["frameworks"]
    assert [each["name"] for each in found] == ["driscoll", "gibbs", "kolb", "era", "free", "hard"]
    [count] = mentorlog("goal", "add", "--questions", "--using", "count", "--json").json()["frameworks"]
    assert count["questions"][1] == {
        "key": "target",
        "question": "How many times?",
        "spine": "next",
        "option": "target",
    }
    assert "smart, measure, as --measure: How will you know" in mentorlog("goal", "add", "--questions").out


def test_starter_questions_can_be_seen(mentorlog: Program) -> None:
    mentorlog("area", "pause", "community")
    shown = mentorlog("reflect", "--questions", "--starter").out
    assert "identity_1, meant: " in shown
    assert "community" not in shown
    assert len(mentorlog("reflect", "--questions", "--starter", "-a", "cop").out.splitlines()) == 3


def test_the_picture_of_the_questions() -> None:
    with Terminal("reflect", "--questions", "--using", "kolb") as at:
        assert at.ended() == 0
    assert "--using kolb" in at.plain()
    assert "observation  What did you notice, in yourself and around you?   felt" in at.plain()


@pytest.fixture
def own(home: Path) -> Path:
    path = home / "config" / "mentorlog" / "frameworks.toml"
    path.parent.mkdir(parents=True)
    path.write_text(OWN)
    return path


@pytest.mark.usefixtures("own")
def test_one_s_own_framework(mentorlog: Program) -> None:
    with Terminal("reflect", "--using", "week") as at:
        at.answer("What {was} light?", "The talk")
        at.answer("何が重かった？", "")
        at.answer("How did it feel?", "")
        at.answer("Which areas?", "")
        assert at.ended() == 0
    assert [answer["spine"] for answer in saved(mentorlog)["answers"]] == ["felt"]
    goal = mentorlog("goal", "add", "Lead", "--using", "who", "--fill", "helps=Ánh", "--json").json()
    assert (goal["framework"], goal["due"]) == ("who", None)
    mentorlog("area", "add", "speaking")
    assert mentorlog("reflect", "--starter", "-a", "speaking", "--fill", "speaking_1=Now").exit == 0


def test_a_file_that_can_t_be_understood_or_read(own: Path, mentorlog: Program) -> None:
    own.write_text("[week]\nquestions = [{ key = 'a' }]")
    answer = mentorlog("reflect", "--using", "week", "--fill", "a=x")
    assert (answer.exit, answer.err.splitlines()) == (
        4,
        [
            'Your frameworks.toml is invalid. Question 1 of "week" needs a key and words.',
            "Nothing was written.",
            "Correct or remove it. It is beside the settings: mentorlog config path",
        ],
    )
    own.write_bytes(b"\xff")
    assert mentorlog("reflect", "--questions").err.startswith("Your frameworks can't be read.")
    assert mentorlog("reflect", "Words need no framework.").exit == 0


def test_a_number_that_can_t_be_right_is_asked_for_again(mentorlog: Program) -> None:
    with Terminal("goal", "add", "--using", "count") as at:
        at.answer("What do you want to do several times?", "Ask a question")
        at.answer("How many times?", "five")
        at.expect("That is not a whole number. Like this: 5")
        at.answer("How many times?", "5")
        for question in ("By when?", "Which areas?"):
            at.answer(question, "")
        assert at.ended() == 0
    assert saved(mentorlog)["target"] == 5
