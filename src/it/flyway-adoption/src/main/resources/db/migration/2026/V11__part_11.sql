CREATE TABLE part_11 (id integer PRIMARY KEY, note text DEFAULT 'semi;colon');

INSERT INTO part_11 (id) VALUES (1), (2);
