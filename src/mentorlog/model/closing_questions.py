"""Five questions to close a relationship well, and who takes up which area; each may be left out."""

from mentorlog.model.frameworks import Framework, Prompt

TAKES = "takes"
CLOSING = Framework(
    name="closing",
    kind="reflection",
    title="Closing",
    version=1,
    prompts=(
        Prompt(key="glad", words="What are you glad of, looking back?", spine="felt"),
        Prompt(key="grew", words="What is different for you now?", spine="meant"),
        Prompt(key="unsaid", words="What was left undone or unsaid?", spine="happened"),
        Prompt(key="stays", words="What will you go on with?", spine="next"),
        Prompt(key="touch", words="How will you stay in touch, if at all?", spine="next"),
        Prompt(key=TAKES, words="Who takes up which area?", spine="next"),
    ),
)
