CREATE TABLE part_15 (id integer PRIMARY KEY, note text DEFAULT 'semi;colon');

INSERT INTO part_15 (id) VALUES (1), (2);
