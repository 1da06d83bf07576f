CREATE TABLE part_7 (id integer PRIMARY KEY, note text DEFAULT 'semi;colon');

INSERT INTO part_7 (id) VALUES (1), (2);
