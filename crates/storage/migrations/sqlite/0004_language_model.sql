-- Whether a language model may get the person's messages and tasks.
ALTER TABLE users ADD COLUMN model_consent INTEGER NOT NULL DEFAULT 0;

-- Turns that wait for a language model: the message is stored, the answer is not yet. Whoever takes the row away ends
-- the turn; after the lease anyone may.
CREATE TABLE turns (
    user_id         INTEGER NOT NULL,
    id              BLOB NOT NULL, -- that of the message
    conversation_id BLOB NOT NULL,
    idempotency_key TEXT,
    request_hash    TEXT,
    lease_until     INTEGER NOT NULL,
    PRIMARY KEY (user_id, id),
    FOREIGN KEY (user_id, conversation_id) REFERENCES conversations ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX turns_by_lease ON turns (lease_until);
CREATE INDEX turns_by_conversation ON turns (user_id, conversation_id);

-- Tokens a person has used of the language model on a day (UTC).
CREATE TABLE model_usage (
    user_id INTEGER NOT NULL,
    day     TEXT NOT NULL,
    tokens  INTEGER NOT NULL,
    PRIMARY KEY (user_id, day)
) STRICT, WITHOUT ROWID;

CREATE INDEX model_usage_by_day ON model_usage (day);
