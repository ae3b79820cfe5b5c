-- Instants are microseconds since 1970; UUIDs are blobs of 16 bytes; JSON is text. Every key begins with the owner.
-- Tables whose rows are small and always found by their key are WITHOUT ROWID: one tree instead of two.

CREATE TABLE schema_migrations (
    name     TEXT PRIMARY KEY,
    checksum TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE secrets (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- AUTOINCREMENT: a number is never given to a second person, not even after the first has left.
CREATE TABLE users (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    external_id   TEXT UNIQUE,
    email         TEXT UNIQUE,
    name          TEXT,
    password_hash TEXT,
    timezone      TEXT,
    locale        TEXT,
    settings      TEXT NOT NULL,
    newest_task   INTEGER NOT NULL DEFAULT 0,
    newest_event  INTEGER NOT NULL DEFAULT 0,
    newest_change INTEGER NOT NULL DEFAULT 0,
    created_at    INTEGER NOT NULL,
    updated_at    INTEGER NOT NULL,
    deleted_at    INTEGER
) STRICT;

CREATE INDEX users_leaving ON users (deleted_at) WHERE deleted_at IS NOT NULL;
-- The terminal's own user, who has no way to sign in yet.
CREATE INDEX users_unclaimed ON users (id)
    WHERE email IS NULL AND external_id IS NULL AND password_hash IS NULL AND deleted_at IS NULL;

CREATE TABLE tasks (
    user_id         INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
    id              INTEGER NOT NULL,
    state           INTEGER NOT NULL, -- 0 open, 1 done, 2 in the trash
    title           TEXT NOT NULL,
    title_folded    TEXT NOT NULL,
    description     TEXT,
    completed_at    INTEGER,
    due_on          TEXT,
    due_time        TEXT,
    due_zone        TEXT,
    due_key         TEXT NOT NULL,    -- sorts by due date: times of a day, then the whole day, and none last
    recurrence      TEXT,
    priority        INTEGER NOT NULL, -- 0 none … 3 high
    tags            TEXT NOT NULL,
    created_at      INTEGER NOT NULL,
    updated_at      INTEGER NOT NULL,
    version         INTEGER NOT NULL,
    deleted_at      INTEGER,
    PRIMARY KEY (user_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX tasks_by_state ON tasks (user_id, state, id);
CREATE INDEX tasks_by_due ON tasks (user_id, state, due_key, id);
CREATE INDEX tasks_in_trash ON tasks (deleted_at) WHERE deleted_at IS NOT NULL;

-- Words and tags follow their task's row in the same transaction; a foreign key would only check that again, for each
-- of them.
CREATE TABLE task_words (
    user_id INTEGER NOT NULL,
    word    TEXT NOT NULL,
    task_id INTEGER NOT NULL,
    PRIMARY KEY (user_id, word, task_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE task_tags (
    user_id INTEGER NOT NULL,
    tag     TEXT NOT NULL,
    task_id INTEGER NOT NULL,
    PRIMARY KEY (user_id, tag, task_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE completions (
    user_id      INTEGER NOT NULL,
    task_id      INTEGER NOT NULL,
    nth          INTEGER NOT NULL,
    occurrence   TEXT,
    completed_at INTEGER NOT NULL,
    PRIMARY KEY (user_id, task_id, nth),
    FOREIGN KEY (user_id, task_id) REFERENCES tasks ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE conversations (
    user_id      INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
    id           BLOB NOT NULL,
    title        TEXT NOT NULL,
    title_folded TEXT NOT NULL,
    created_at   INTEGER NOT NULL,
    updated_at   INTEGER NOT NULL,
    PRIMARY KEY (user_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX conversations_by_time ON conversations (user_id, updated_at, id);

-- What a turn looks back on comes before what may be long: SQLite reads a row from its beginning.
CREATE TABLE messages (
    user_id         INTEGER NOT NULL,
    conversation_id BLOB NOT NULL,
    id              BLOB NOT NULL,
    role            TEXT NOT NULL,
    created_at      INTEGER NOT NULL,
    metadata        TEXT NOT NULL,
    content         TEXT NOT NULL,
    tool_calls      TEXT NOT NULL,
    PRIMARY KEY (user_id, conversation_id, id),
    FOREIGN KEY (user_id, conversation_id) REFERENCES conversations ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Changes, events and idempotency keys are written under the lock of their user's row, so they need no foreign key to it.
CREATE TABLE changes (
    user_id         INTEGER NOT NULL,
    batch           BLOB NOT NULL,
    seq             INTEGER NOT NULL,
    conversation_id BLOB,
    undo_token      BLOB NOT NULL,
    operation       TEXT NOT NULL,
    task_id         INTEGER NOT NULL,
    title           TEXT NOT NULL,
    before          TEXT,
    after           TEXT,
    reversal        INTEGER NOT NULL,
    expires_at      INTEGER NOT NULL,
    undone_at       INTEGER,
    PRIMARY KEY (user_id, batch, seq)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX changes_by_token ON changes (user_id, undo_token);
CREATE INDEX changes_to_undo ON changes (user_id, conversation_id, seq) WHERE undone_at IS NULL AND NOT reversal;

CREATE TABLE events (
    user_id   INTEGER NOT NULL,
    seq       INTEGER NOT NULL,
    kind      TEXT NOT NULL,
    object_id TEXT NOT NULL,
    version   INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    PRIMARY KEY (user_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE idempotency_keys (
    user_id      INTEGER NOT NULL,
    key          TEXT NOT NULL,
    request_hash TEXT NOT NULL,
    status       INTEGER NOT NULL,
    at           INTEGER NOT NULL,
    body         TEXT NOT NULL,
    PRIMARY KEY (user_id, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX idempotency_keys_by_age ON idempotency_keys (at);

CREATE TABLE refresh_tokens (
    user_id    INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
    id         BLOB NOT NULL,
    family     BLOB NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    successor  BLOB,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at    INTEGER,
    revoked_at INTEGER,
    PRIMARY KEY (user_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX refresh_tokens_by_family ON refresh_tokens (user_id, family);
CREATE INDEX refresh_tokens_by_expiry ON refresh_tokens (expires_at);

CREATE TABLE access_tokens (
    user_id      INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
    id           BLOB NOT NULL,
    name         TEXT NOT NULL,
    prefix       TEXT NOT NULL,
    token_hash   TEXT NOT NULL UNIQUE,
    scopes       TEXT NOT NULL,
    created_at   INTEGER NOT NULL,
    expires_at   INTEGER,
    last_used_at INTEGER,
    revoked_at   INTEGER,
    PRIMARY KEY (user_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE login_attempts (
    key           TEXT PRIMARY KEY,
    failures      INTEGER NOT NULL,
    first_at      INTEGER NOT NULL,
    last_at       INTEGER NOT NULL,
    blocked_until INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX login_attempts_by_age ON login_attempts (last_at);

-- SQLite's planner takes the primary key for the best index of its table unless it is told otherwise, and would look
-- for someone's few open tasks among the many done ones. These are its statistics: rows in all, then rows for one
-- value of the first column, of the first two, …
ANALYZE;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('tasks', 'tasks', '1000000 1000 1'),
    ('tasks', 'tasks_by_state', '1000000 1000 300 1'),
    ('tasks', 'tasks_by_due', '1000000 1000 300 20 1');
ANALYZE sqlite_schema;
