CREATE TABLE part_6 (id integer PRIMARY KEY, note text DEFAULT 'semi;colon');

INSERT INTO part_6 (id) VALUES (1), (2);
