"""Where a file stands: who else on this machine may read it, who copies it, whether its disk is another machine's."""

import os
import stat
from collections.abc import Iterable
from pathlib import Path, PureWindowsPath

MOUNTS = Path("/proc/self/mounts")
OTHERS = stat.S_IRWXG | stat.S_IRWXO
SYNC_FOLDERS = {  # how the folder of a service is called, or begins to be: "Dropbox (Personal)", "OneDrive-Sample"
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud": "iCloud",
    "mobile documents": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "syncthing": "Syncthing",
    "pcloud": "pCloud",
    "megasync": "MEGA",
    "box sync": "Box",
}
SYNC_MARKERS = {  # what a service leaves in a folder that it copies
    ".stfolder": "Syncthing",
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
}
REMOTE = frozenset(
    ("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "glusterfs", "lustre", "gfs2", "ocfs2", "davfs")
)
FUSE = "fuse."
LOCAL_FUSE = frozenset(  # these stand on a disk of this machine
    FUSE + name
    for name in ("bindfs", "cryfs", "encfs", "fuse-overlayfs", "gocryptfs", "lxcfs", "mergerfs", "ntfs", "ntfs-3g")
)


def is_group_or_world_readable(path: Path) -> bool:
    """Whether others than its owner may read a file or look into a folder; False where nobody can tell."""
    try:
        return os.name == "posix" and bool(path.stat().st_mode & OTHERS)
    except OSError:
        return False


def needs_notice(journal: Path, files: Iterable[Path]) -> bool:
    """Whether anything is to be said about where the journal stands, or about who may read one of `files`."""
    exposed = any(map(is_group_or_world_readable, files))
    return exposed or bool(sync_service(journal) or remote_disk(journal))


def restrict_to_owner(path: Path) -> bool:
    """Take the rights of others away; returns whether that could be done."""
    try:
        path.chmod(stat.S_IMODE(path.stat().st_mode) & ~OTHERS)
    except OSError:
        return False
    return True


def sync_service(path: Path) -> str:
    """The service that copies the folder in which the file stands; empty where none is known."""
    for folder in path.resolve().parents:
        name = folder.name.casefold()
        for start, service in SYNC_FOLDERS.items():
            if name.startswith(start) and not name[len(start) : len(start) + 1].isalpha():
                return service
        for mark, service in SYNC_MARKERS.items():
            if (folder / mark).exists():
                return service
    return ""


def remote_disk(path: Path, mounts: Path = MOUNTS) -> str:
    """How the file's disk is reached where that is another machine's ("nfs4", "fuse.sshfs"); else empty."""
    if PureWindowsPath(path).drive.startswith("\\\\"):
        return "smb"
    try:
        lines = os.fsdecode(mounts.read_bytes()).splitlines()
    except OSError:
        return ""
    here, longest, found = path.resolve(), -1, ""
    for _, place, kind, *_ in (line.split(" ") for line in lines):
        point = _unescaped(place)
        if len(point) >= longest and here.is_relative_to(point):
            longest, found = len(point), kind
    is_remote = found in REMOTE or (found.startswith(FUSE) and found not in LOCAL_FUSE)
    return found if is_remote else ""


def _unescaped(place: str) -> str:
    """A path as the list of mounts writes it: white space and backslashes by their octal numbers."""
    first, *others = place.split("\\")
    return first + "".join(chr(int(code[:3], 8)) + code[3:] for code in others)
