"""A timeline as a document to keep: the same entries as at the terminal, with goals as threads through the time."""

from dataclasses import dataclass
from datetime import date

from mentorlog.dates import Period
from mentorlog.insights.goal_story import GoalStory, Step, goal_story
from mentorlog.insights.timeline import GoalEvent, Timeline
from mentorlog.insights.year import DEFAULT_OPTIONS, SummaryOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineDocument:
    """A timeline, for whom it is, and when it was made."""

    figure: Timeline
    frame: SummaryOptions = DEFAULT_OPTIONS

    @property
    def period(self) -> Period:
        """The days asked for, or from the first entry to the last."""
        return self.figure.covered or Period.of(self.made_on, self.made_on)

    @property
    def made_on(self) -> date:
        """The day on which it was made."""
        return self.figure.today

    def stories(self) -> list[GoalStory]:
        """The goals that moved in this time."""
        return [goal_story(goal, (), today=self.made_on) for goal in self.figure.goals]


def step(happening: GoalEvent) -> Step:
    """What happened to a goal, as a step of its story."""
    steps = goal_story(happening.goal, (), today=happening.event.on).steps
    return next(step for step in steps if step.event == happening.event)
