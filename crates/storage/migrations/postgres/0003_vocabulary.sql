-- The different words of someone's tasks, each with how many tasks have it: rare words tell tasks apart, and misspelt
-- ones are looked for among these, by how they begin and by how they end.
CREATE TABLE vocabulary (
    user_id  BIGINT NOT NULL,
    word     TEXT COLLATE "C" NOT NULL,
    reversed TEXT COLLATE "C" NOT NULL, -- the word backwards
    tasks    BIGINT NOT NULL,
    PRIMARY KEY (user_id, word)
);

CREATE INDEX vocabulary_by_ending ON vocabulary (user_id, reversed);

-- A whole title is found whatever else there is.
CREATE INDEX tasks_by_title ON tasks (user_id, state, title_folded, id);

INSERT INTO vocabulary (user_id, word, reversed, tasks)
SELECT user_id, word, reverse(word), COUNT(*) FROM task_words GROUP BY user_id, word;
