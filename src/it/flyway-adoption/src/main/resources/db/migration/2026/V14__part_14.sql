CREATE TABLE part_14 (id integer PRIMARY KEY, note text DEFAULT 'semi;colon');

INSERT INTO part_14 (id) VALUES (1), (2);
