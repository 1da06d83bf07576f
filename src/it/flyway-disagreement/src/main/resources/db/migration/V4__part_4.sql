CREATE TABLE part_4 (id integer PRIMARY KEY);
