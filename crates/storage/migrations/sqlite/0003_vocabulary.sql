-- The different words of someone's tasks, each with how many tasks have it: rare words tell tasks apart, and misspelt
-- ones are looked for among these, by how they begin and by how they end.
CREATE TABLE vocabulary (
    user_id  INTEGER NOT NULL,
    word     TEXT NOT NULL,
    reversed TEXT NOT NULL, -- the word backwards
    tasks    INTEGER NOT NULL,
    PRIMARY KEY (user_id, word)
) STRICT, WITHOUT ROWID;

CREATE INDEX vocabulary_by_ending ON vocabulary (user_id, reversed);

-- A whole title is found whatever else there is.
CREATE INDEX tasks_by_title ON tasks (user_id, state, title_folded, id);

-- SQLite has no function that turns a text around.
INSERT INTO vocabulary (user_id, word, reversed, tasks)
WITH RECURSIVE counted (user_id, word, tasks) AS (
    SELECT user_id, word, COUNT(*) FROM task_words GROUP BY user_id, word
), turned (user_id, word, tasks, rest, reversed) AS (
    SELECT user_id, word, tasks, word, '' FROM counted
    UNION ALL
    SELECT user_id, word, tasks, substr(rest, 2), substr(rest, 1, 1) || reversed FROM turned WHERE rest <> ''
)
SELECT user_id, word, reversed, tasks FROM turned WHERE rest = '';

-- As in the first migration: what the planner is told of these indexes.
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('tasks', 'tasks_by_title', '1000000 1000 300 2 1'),
    ('vocabulary', 'vocabulary', '1000000 1000 1'),
    ('vocabulary', 'vocabulary_by_ending', '1000000 1000 1 1');
ANALYZE sqlite_schema;
