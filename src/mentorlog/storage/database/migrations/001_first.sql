CREATE TABLE journal (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    uid TEXT NOT NULL,
    created_at TEXT NOT NULL
) STRICT;

CREATE TABLE areas (
    slug TEXT PRIMARY KEY CHECK (slug <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    about TEXT NOT NULL,
    is_paused INTEGER NOT NULL CHECK (is_paused IN (0, 1)),
    position INTEGER NOT NULL,
    digest TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE people (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    folded TEXT NOT NULL,
    role TEXT NOT NULL,
    rhythm TEXT NOT NULL,
    digest TEXT NOT NULL
) STRICT;

CREATE TABLE entries (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('session', 'reflection', 'goal', 'action', 'question', 'feedback')),
    day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    time TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL,
    folded TEXT NOT NULL,
    visibility TEXT NOT NULL CHECK (visibility IN ('private', 'mentor', 'public')),
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
    written_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    removed_at TEXT,
    digest TEXT NOT NULL
) STRICT;

CREATE INDEX entries_by_day ON entries (day, time, number) WHERE removed_at IS NULL;
CREATE INDEX entries_by_kind ON entries (kind, status, day, time, number) WHERE removed_at IS NULL;
CREATE INDEX entries_by_about ON entries (about) WHERE about IS NOT NULL;
CREATE INDEX entries_by_owner ON entries (owner) WHERE owner IS NOT NULL;
CREATE INDEX entries_by_answer ON entries (answered_in) WHERE answered_in IS NOT NULL;

CREATE TABLE entry_areas (
    entry INTEGER NOT NULL REFERENCES entries (number) ON DELETE CASCADE,
    area TEXT NOT NULL REFERENCES areas (slug),
    PRIMARY KEY (entry, area)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_areas_by_area ON entry_areas (area, entry);

CREATE TABLE entry_people (
    entry INTEGER NOT NULL REFERENCES entries (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    person INTEGER NOT NULL REFERENCES people (id),
    PRIMARY KEY (entry, position),
    UNIQUE (entry, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_people_by_person ON entry_people (person, entry);

CREATE TABLE entry_goals (
    entry INTEGER NOT NULL REFERENCES entries (number) ON DELETE CASCADE,
    goal INTEGER NOT NULL REFERENCES entries (number),
    PRIMARY KEY (entry, goal)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_goals_by_goal ON entry_goals (goal, entry);

CREATE TABLE answers (
    entry INTEGER NOT NULL REFERENCES entries (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    key TEXT NOT NULL,
    question TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
    entry INTEGER NOT NULL REFERENCES entries (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    day TEXT NOT NULL,
    what TEXT NOT NULL,
    text TEXT NOT NULL,
    because TEXT NOT NULL,
    percent INTEGER CHECK (percent BETWEEN 0 AND 100),
    count INTEGER CHECK (count >= 0),
    PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX events_by_day ON events (day, entry);

CREATE TABLE commands (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped', 'elsewhere'))
) STRICT;
CREATE INDEX commands_by_state ON commands (state, id);

CREATE TABLE revisions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    command INTEGER NOT NULL REFERENCES commands (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('entry', 'area', 'person')),
    key TEXT NOT NULL,
    document TEXT,
    digest TEXT NOT NULL
) STRICT;
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
WHERE e.removed_at IS NULL
ORDER BY e.day, e.time, e.number;
