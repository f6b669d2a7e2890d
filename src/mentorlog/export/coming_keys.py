"""The JSON form of what an import brought, or would bring."""

from mentorlog.export.entry_keys import Keys, day_key
from mentorlog.model.import_preview import ImportPreview


def import_preview_keys(coming: ImportPreview) -> Keys:
    """What was added and what was known; days, tags and what stayed behind."""
    taken = coming.result
    return {
        "form": coming.file_kind,
        "added": taken.added,
        "known": taken.known,
        "renumbered": taken.renumbered,
        "differing": list(taken.conflicts),
        "dry_run": coming.is_trial,
        "first": day_key(coming.first),
        "last": day_key(coming.last),
        "tags": [{"tag": tag.tag, "area": tag.area or None, "entries": tag.entries} for tag in coming.tags],
        "left_out": [{"place": aside.place, "why": aside.reason} for aside in coming.skipped],
        "left_behind": coming.skipped_media,
    }
