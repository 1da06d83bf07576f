CREATE TABLE part_2 (id integer PRIMARY KEY);
