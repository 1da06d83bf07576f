CREATE TABLE part_10 (id integer PRIMARY KEY, note text DEFAULT 'semi;colon');

INSERT INTO part_10 (id) VALUES (1), (2);
