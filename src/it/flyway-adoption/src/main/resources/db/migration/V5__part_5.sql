CREATE TABLE part_5 (id integer PRIMARY KEY, note text DEFAULT 'semi;colon');

INSERT INTO part_5 (id) VALUES (1), (2);
