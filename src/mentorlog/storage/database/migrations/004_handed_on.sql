CREATE TABLE readers (
    uid TEXT PRIMARY KEY CHECK (uid <> ''),
    person TEXT NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    digest TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX readers_by_person ON readers (person);

CREATE TABLE reader_entries (
    reader TEXT NOT NULL REFERENCES readers (uid),
    number INTEGER NOT NULL CHECK (number > 0),
    entry INTEGER NOT NULL,
    uid TEXT NOT NULL UNIQUE,
    PRIMARY KEY (reader, number),
    UNIQUE (reader, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX reader_entries_by_entry ON reader_entries (entry);

CREATE TABLE packets (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    token TEXT NOT NULL UNIQUE,
    reader TEXT NOT NULL REFERENCES readers (uid),
    made_at TEXT NOT NULL,
    sealed TEXT NOT NULL CHECK (sealed IN ('', 'key', 'passphrase')),
    revoked_at TEXT,
    digest TEXT NOT NULL
) STRICT;
CREATE INDEX packets_by_reader ON packets (reader, id);

CREATE TABLE packet_entries (
    packet INTEGER NOT NULL REFERENCES packets (id),
    number INTEGER NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (packet, number)
) STRICT, WITHOUT ROWID;
