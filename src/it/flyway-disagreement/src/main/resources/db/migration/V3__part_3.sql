CREATE TABLE part_3 (id integer PRIMARY KEY);
