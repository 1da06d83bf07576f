CREATE TABLE part_4 (id integer PRIMARY KEY, note text DEFAULT 'semi;colon');

INSERT INTO part_4 (id) VALUES (1), (2);
