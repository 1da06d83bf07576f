CREATE TABLE part_12 (id integer PRIMARY KEY, note text DEFAULT 'semi;colon');

INSERT INTO part_12 (id) VALUES (1), (2);
