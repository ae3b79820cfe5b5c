-- What is told with an event beside its object, as JSON; null for most.
ALTER TABLE events ADD COLUMN data TEXT;

-- One row for each occurrence that is reminded of. The due time of a task, and its setting, decide when; the row says
-- how far it is.
CREATE TABLE reminders (
    user_id     INTEGER NOT NULL,
    id          BLOB NOT NULL,
    task_id     INTEGER NOT NULL,
    occurrence  TEXT NOT NULL, -- its local time and zone
    state       INTEGER NOT NULL,           -- 0 waits, 1 told, 2 answered, 3 called off
    due_at      INTEGER NOT NULL,
    fire_at     INTEGER NOT NULL,
    snoozed     INTEGER NOT NULL,
    fired_at    INTEGER,
    late_by     INTEGER NOT NULL,           -- seconds
    lease_owner BLOB,
    lease_until INTEGER,
    PRIMARY KEY (user_id, id),
    UNIQUE (user_id, task_id, occurrence),
    FOREIGN KEY (user_id, task_id) REFERENCES tasks ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX reminders_to_tell ON reminders (fire_at) WHERE state = 0;
CREATE INDEX reminders_told ON reminders (user_id, fired_at) WHERE state = 1;
CREATE INDEX reminders_leased ON reminders (user_id, lease_owner) WHERE lease_owner IS NOT NULL;

-- Whether the tasks that were there before this migration have their reminders; the first program that comes along
-- sees to it.
ALTER TABLE users ADD COLUMN reminders_planned INTEGER NOT NULL DEFAULT 0;
CREATE INDEX users_to_plan ON users (id) WHERE NOT reminders_planned AND deleted_at IS NULL;
