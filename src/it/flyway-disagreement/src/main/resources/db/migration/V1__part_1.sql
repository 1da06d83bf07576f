CREATE TABLE part_1 (id integer PRIMARY KEY);
