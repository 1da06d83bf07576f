CREATE TABLE part_19 (id integer PRIMARY KEY, note text DEFAULT 'semi;colon');

INSERT INTO part_19 (id) VALUES (1), (2);
