CREATE INDEX CONCURRENTLY part_12_note ON part_12 (note);
CREATE INDEX CONCURRENTLY part_11_note ON part_11 (note);
