CREATE TABLE part_9 (id integer PRIMARY KEY, note text DEFAULT 'semi;colon');

INSERT INTO part_9 (id) VALUES (1), (2);
