"""remove and restore: putting entries away, and bringing them back."""

from mentorlog.cli.app import options, parsing
from mentorlog.cli.app.command import new_app
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.output import print_entries
from mentorlog.views.write_messages import removed_message, restored_message

remove_app = new_app()
restore_app = new_app()


@remove_app.verb("mentorlog remove 148", "mentorlog remove 40..44")
def remove(call: Invocation, numbers: options.Numbers) -> None:
    """Remove entries; restore brings them back.

    Their words stay in the file. To erase them for good there is purge.
    """
    with call.open_writable() as journal:
        found = [journal.entry(number).number for number in parsing.numbers(journal, numbers)]
        with journal.write("remove", at=call.now) as writing:
            entries = [writing.remove(number) for number in found]
    print_entries(call, removed_message(entries, call.location_suffix), entries)


@restore_app.verb("mentorlog restore 148")
def restore(call: Invocation, numbers: options.Numbers) -> None:
    """Bring back removed entries."""
    with call.open_writable() as journal:
        found = parsing.numbers(journal, numbers, removed=True)
        with journal.write("restore", at=call.now) as writing:
            entries = [writing.restore(number) for number in found]
    print_entries(call, restored_message(entries, call.location_suffix), entries)
