"""A goal's story in plain words: one event a line."""

from collections.abc import Iterator

from mentorlog.insights.goal_story import GoalStory
from mentorlog.phrases.goal_story import dated_events, story_sentences
from mentorlog.views.plain.detail import goal_sentence
from mentorlog.views.plain.entries import line


def lines(figure: GoalStory) -> Iterator[str]:
    """The goal in a sentence, its story as a paragraph, its events, and the entries that stand behind it."""
    yield goal_sentence(figure.goal, figure.today)
    if len(figure.steps) > 1:
        yield " ".join(story_sentences(figure, in_full=True))
    yield from dated_events(figure)
    yield from (f"Behind it: {line(entry)}" for entry in figure.evidence)
