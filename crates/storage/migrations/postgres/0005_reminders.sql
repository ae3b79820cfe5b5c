-- What is told with an event beside its object, as JSON; null for most.
ALTER TABLE events ADD COLUMN data TEXT;

-- One row for each occurrence that is reminded of. The due time of a task, and its setting, decide when; the row says
-- how far it is.
CREATE TABLE reminders (
    user_id     BIGINT NOT NULL,
    id          UUID NOT NULL,
    task_id     BIGINT NOT NULL,
    occurrence  TEXT COLLATE "C" NOT NULL, -- its local time and zone
    state       BIGINT NOT NULL,           -- 0 waits, 1 told, 2 answered, 3 called off
    due_at      BIGINT NOT NULL,
    fire_at     BIGINT NOT NULL,
    snoozed     BOOLEAN NOT NULL,
    fired_at    BIGINT,
    late_by     BIGINT NOT NULL,           -- seconds
    lease_owner UUID,
    lease_until BIGINT,
    PRIMARY KEY (user_id, id),
    UNIQUE (user_id, task_id, occurrence),
    FOREIGN KEY (user_id, task_id) REFERENCES tasks ON DELETE CASCADE
);

CREATE INDEX reminders_to_tell ON reminders (fire_at) WHERE state = 0;
CREATE INDEX reminders_told ON reminders (user_id, fired_at) WHERE state = 1;
CREATE INDEX reminders_leased ON reminders (user_id, lease_owner) WHERE lease_owner IS NOT NULL;

-- Whether the tasks that were there before this migration have their reminders; the first program that comes along
-- sees to it.
ALTER TABLE users ADD COLUMN reminders_planned BOOLEAN NOT NULL DEFAULT FALSE;
CREATE INDEX users_to_plan ON users (id) WHERE NOT reminders_planned AND deleted_at IS NULL;
