CREATE TABLE part_2 (id integer PRIMARY KEY, note text DEFAULT 'semi;colon');

INSERT INTO part_2 (id) VALUES (1), (2);
