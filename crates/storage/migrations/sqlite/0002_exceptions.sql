-- Occurrences of a repeating task that were moved or left out, as JSON; null when there are none.
ALTER TABLE tasks ADD COLUMN exceptions TEXT;
