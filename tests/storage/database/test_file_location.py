"""Where a file stands: who may read it, who copies it, whether its disk is another machine's."""

import os
from pathlib import Path

import pytest

from mentorlog.storage.database.file_location import (
    SYNC_MARKERS,
    is_group_or_world_readable,
    remote_disk,
    restrict_to_owner,
    sync_service,
)

NAMED = {
    "Dropbox": "Dropbox",
    "Dropbox (Personal)": "Dropbox",
    "OneDrive": "OneDrive",
    "OneDrive - Sample Works": "OneDrive",
    "Library/CloudStorage/GoogleDrive-linh@example.org/My Drive": "Google Drive",
    "Google Drive": "Google Drive",
    "iCloudDrive": "",
    "iCloud Drive (Archive)": "iCloud",
    "Library/Mobile Documents/com~apple~CloudDocs": "iCloud",
    "Nextcloud2": "Nextcloud",
    "syncthing/notes": "Syncthing",
    "dropboxes": "",
    "notes": "",
}


@pytest.mark.parametrize(("folder", "service"), NAMED.items())
def test_a_service_is_known_by_the_name_of_its_folder(folder: str, service: str, tmp_path: Path) -> None:
    assert sync_service(tmp_path / folder / "mentoring" / "journal.db") == service


@pytest.mark.parametrize(("mark", "service"), SYNC_MARKERS.items())
def test_or_by_what_it_leaves_in_it(mark: str, service: str, tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    assert sync_service(inner / "journal.db") == ""
    (tmp_path / mark).mkdir()
    assert sync_service(inner / "journal.db") == service


def test_a_link_into_such_a_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "mine").symlink_to(tmp_path / "Dropbox")
    assert sync_service(tmp_path / "mine" / "journal.db") == "Dropbox"


MOUNTED = """\
/dev/sda1 / ext4 rw 0 0
tmpfs /tmp tmpfs rw 0 0
server:/all /all nfs4 rw 0 0
//server/my\\040share /mnt/my\\040share cifs rw 0 0
linh@server: /mnt/far fuse.sshfs rw 0 0
secret /mnt/far/secret fuse.gocryptfs rw 0 0
/dev/sdb1 /media/stick fuseblk rw 0 0
half a line
"""


@pytest.mark.parametrize(
    ("place", "kind"),
    {
        "/srv/journal.db": "",
        "/all/linh/journal.db": "nfs4",
        "/alls/journal.db": "",
        "/mnt/my share/journal.db": "cifs",
        "/mnt/far/journal.db": "fuse.sshfs",
        "/mnt/far/secret/journal.db": "",
        "/media/stick/journal.db": "",
        "\\\\server\\share\\journal.db": "smb",
    }.items(),
)
def test_the_disk_of_another_machine(place: str, kind: str, tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTED)
    assert remote_disk(Path(place), mounts) == kind


def test_the_last_of_two_disks_at_one_place_counts(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTED + "server:/tmp /tmp nfs rw 0 0\n")
    assert remote_disk(Path("/tmp/journal.db"), mounts) == "nfs"


def test_without_a_list_of_disks_nothing_is_known(tmp_path: Path) -> None:
    assert remote_disk(Path("/all/linh/journal.db"), tmp_path / "nowhere") == ""


@pytest.mark.skipif(os.name != "posix", reason="rights are kept otherwise")
@pytest.mark.parametrize(("mode", "may_others"), [(0o600, False), (0o640, True), (0o604, True), (0o622, True)])
def test_open_to_others(mode: int, may_others: bool, tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    path.touch()
    path.chmod(mode)
    assert is_group_or_world_readable(path) == may_others
    assert restrict_to_owner(path)
    assert path.stat().st_mode & 0o777 == mode & 0o700
    assert not is_group_or_world_readable(path)


def test_what_is_not_there_is_neither_open_nor_closed(tmp_path: Path) -> None:
    assert not is_group_or_world_readable(tmp_path / "nowhere")
    assert not restrict_to_owner(tmp_path / "nowhere")
