CREATE TABLE part_1 (id integer PRIMARY KEY, note text DEFAULT 'semi;colon');

INSERT INTO part_1 (id) VALUES (1), (2);
