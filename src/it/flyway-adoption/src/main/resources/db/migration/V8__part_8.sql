CREATE TABLE part_8 (id integer PRIMARY KEY, note text DEFAULT 'semi;colon');

INSERT INTO part_8 (id) VALUES (1), (2);
