CREATE TABLE mentees (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    digest TEXT NOT NULL
) STRICT;

CREATE TABLE received_packets (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    token TEXT NOT NULL UNIQUE,
    mentee INTEGER NOT NULL REFERENCES mentees (id),
    reader TEXT NOT NULL,
    called TEXT NOT NULL,
    addressee TEXT NOT NULL,
    made_on TEXT NOT NULL CHECK (made_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    received_at TEXT NOT NULL,
    areas TEXT NOT NULL,
    digest TEXT NOT NULL
) STRICT;
CREATE INDEX received_packets_by_mentee ON received_packets (mentee, made_on, id);
CREATE INDEX received_packets_by_reader ON received_packets (reader);

CREATE TABLE received_entries (
    packet INTEGER NOT NULL REFERENCES received_packets (id) ON DELETE CASCADE,
    uid TEXT NOT NULL,
    number INTEGER NOT NULL,
    theirs INTEGER NOT NULL,
    form TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (packet, uid),
    UNIQUE (packet, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX received_entries_by_uid ON received_entries (uid, form);

CREATE TABLE replies (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    mentee INTEGER NOT NULL REFERENCES mentees (id),
    packet INTEGER NOT NULL REFERENCES received_packets (id),
    at TEXT NOT NULL,
    digest TEXT NOT NULL
) STRICT;
CREATE INDEX replies_by_mentee ON replies (mentee, id);
CREATE INDEX replies_by_packet ON replies (packet);

CREATE TABLE comments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    mentee INTEGER NOT NULL REFERENCES mentees (id),
    packet INTEGER NOT NULL REFERENCES received_packets (id),
    entry TEXT NOT NULL,
    is_note INTEGER NOT NULL CHECK (is_note IN (0, 1)),
    is_question INTEGER NOT NULL CHECK (is_question IN (0, 1)),
    day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    text TEXT NOT NULL,
    framework TEXT NOT NULL,
    answers TEXT NOT NULL,
    written_at TEXT NOT NULL,
    reply INTEGER REFERENCES replies (id),
    digest TEXT NOT NULL,
    CHECK (NOT is_note OR (reply IS NULL AND NOT is_question))
) STRICT;
CREATE INDEX comments_by_mentee ON comments (mentee, entry);
CREATE INDEX comments_by_packet ON comments (packet);
CREATE INDEX comments_by_reply ON comments (reply) WHERE reply IS NOT NULL;
