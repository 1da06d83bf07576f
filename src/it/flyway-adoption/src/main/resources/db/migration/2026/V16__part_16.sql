CREATE TABLE part_16 (id integer PRIMARY KEY, note text DEFAULT 'semi;colon');

INSERT INTO part_16 (id) VALUES (1), (2);
