CREATE TABLE part_20 (id integer PRIMARY KEY, note text DEFAULT 'semi;colon');

INSERT INTO part_20 (id) VALUES (1), (2);
