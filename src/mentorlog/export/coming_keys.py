"""The JSON form of what an import brought, or would bring."""

from mentorlog.export.entry_keys import Keys, day_key
from mentorlog.model.import_preview import Coming


def import_preview_keys(coming: Coming) -> Keys:
    """What was added and what was known; days, tags and what stayed behind."""
    taken = coming.taken
    return {
        "form": coming.form,
        "added": taken.added,
        "known": taken.known,
        "renumbered": taken.renumbered,
        "differing": list(taken.differing),
        "dry_run": coming.is_trial,
        "first": day_key(coming.first),
        "last": day_key(coming.last),
        "tags": [{"tag": tag.tag, "area": tag.area or None, "entries": tag.entries} for tag in coming.tags],
        "left_out": [{"place": aside.place, "why": aside.why} for aside in coming.aside],
        "left_behind": coming.left,
    }
