CREATE TABLE part_17 (id integer PRIMARY KEY, note text DEFAULT 'semi;colon');

INSERT INTO part_17 (id) VALUES (1), (2);
