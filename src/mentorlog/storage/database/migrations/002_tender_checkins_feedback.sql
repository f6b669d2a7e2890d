DROP VIEW timeline;

CREATE TABLE new_entries (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (
        kind IN ('session', 'reflection', 'goal', 'action', 'question', 'checkin', 'feedback')),
    day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    time TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL,
    folded TEXT NOT NULL,
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'mentor', 'public')),
    tender INTEGER NOT NULL DEFAULT 0 CHECK (tender IN (0, 1)),
    about INTEGER REFERENCES entries (number),
    minutes INTEGER CHECK (minutes > 0),
    framework TEXT NOT NULL DEFAULT '',
    feelings TEXT NOT NULL DEFAULT '[]',
    status TEXT NOT NULL DEFAULT '',
    due TEXT,
    measure TEXT NOT NULL DEFAULT '',
    signs TEXT NOT NULL DEFAULT '[]',
    target INTEGER CHECK (target > 0),
    percent INTEGER CHECK (percent BETWEEN 0 AND 100),
    count INTEGER CHECK (count >= 0),
    owner INTEGER REFERENCES people (id),
    outcome TEXT NOT NULL DEFAULT '' CHECK (outcome IN ('', 'worked', 'did-not-work')),
    told INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1)),
    answered_in INTEGER REFERENCES entries (number),
    rating INTEGER CHECK (rating BETWEEN 1 AND 5),
    then_rating INTEGER CHECK (then_rating BETWEEN 1 AND 5),
    then_words TEXT NOT NULL DEFAULT '',
    packet TEXT NOT NULL DEFAULT '',
    is_question INTEGER NOT NULL DEFAULT 0 CHECK (is_question IN (0, 1)),
    written_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    removed_at TEXT,
    digest TEXT NOT NULL
) STRICT;

INSERT INTO new_entries (
    number, uid, kind, day, time, title, text, folded, visibility, about, minutes, framework, feelings, status, due,
    measure, signs, target, percent, count, owner, outcome, told, answered_in, written_at, changed_at, removed_at,
    digest)
SELECT
    number, uid, kind, day, time, title, text, folded, visibility, about, minutes, framework, feelings, status, due,
    measure, signs, target, percent, count, owner, outcome, told, answered_in, written_at, changed_at, removed_at,
    digest
FROM entries;

UPDATE sqlite_sequence SET seq = (SELECT seq FROM sqlite_sequence WHERE name = 'entries')
WHERE name = 'new_entries' AND EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'entries');

INSERT INTO sqlite_sequence (name, seq)
SELECT 'new_entries', seq FROM sqlite_sequence
WHERE name = 'entries' AND NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'new_entries');

DROP TABLE entries;

ALTER TABLE new_entries RENAME TO entries;

CREATE INDEX entries_by_day ON entries (tender, day, time, number, removed_at) WHERE removed_at IS NULL;
CREATE INDEX entries_by_kind ON entries (tender, kind, status, day, time, number, removed_at)
WHERE removed_at IS NULL;
CREATE INDEX entries_by_about ON entries (about) WHERE about IS NOT NULL;
CREATE INDEX entries_by_owner ON entries (owner) WHERE owner IS NOT NULL;
CREATE INDEX entries_by_answer ON entries (answered_in) WHERE answered_in IS NOT NULL;

ALTER TABLE answers ADD COLUMN spine TEXT NOT NULL DEFAULT '';

ALTER TABLE people ADD COLUMN state TEXT NOT NULL DEFAULT '' CHECK (state IN ('', 'paused', 'closed'));

CREATE TABLE new_revisions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    command INTEGER NOT NULL REFERENCES commands (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind <> ''),
    key TEXT NOT NULL,
    document TEXT,
    digest TEXT NOT NULL
) STRICT;

INSERT INTO new_revisions (id, command, kind, key, document, digest)
SELECT id, command, kind, key, document, digest FROM revisions;

DROP TABLE revisions;

ALTER TABLE new_revisions RENAME TO revisions;

CREATE INDEX revisions_by_command ON revisions (command);
CREATE INDEX revisions_by_key ON revisions (kind, key);

CREATE VIEW timeline AS
SELECT
    e.number, e.day, e.time, e.kind, e.title, e.text,
    (SELECT json_group_array(a.area) FROM entry_areas a WHERE a.entry = e.number) AS areas,
    (SELECT json_group_array(p.name) FROM entry_people ep JOIN people p ON p.id = ep.person
     WHERE ep.entry = e.number) AS people,
    e.visibility, e.minutes, e.about, e.status, e.due, e.percent
FROM entries e
WHERE e.removed_at IS NULL AND e.tender = 0
ORDER BY e.day, e.time, e.number;
