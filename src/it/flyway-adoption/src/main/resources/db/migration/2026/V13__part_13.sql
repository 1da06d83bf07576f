CREATE TABLE part_13 (id integer PRIMARY KEY, note text DEFAULT 'semi;colon');

INSERT INTO part_13 (id) VALUES (1), (2);
