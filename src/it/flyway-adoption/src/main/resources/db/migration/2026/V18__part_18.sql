CREATE TABLE part_18 (id integer PRIMARY KEY, note text DEFAULT 'semi;colon');

INSERT INTO part_18 (id) VALUES (1), (2);
