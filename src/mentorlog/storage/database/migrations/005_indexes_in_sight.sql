DROP INDEX entries_by_day;
DROP INDEX entries_by_kind;

CREATE INDEX entries_by_day ON entries (day, time, number, kind, tender, removed_at)
WHERE removed_at IS NULL AND tender = 0;
CREATE INDEX entries_by_kind ON entries (kind, day, time, number, status, answered_in, minutes, tender, removed_at)
WHERE removed_at IS NULL AND tender = 0;
CREATE INDEX entries_out_of_sight ON entries (number, tender, day, time)
WHERE removed_at IS NOT NULL OR tender = 1;
