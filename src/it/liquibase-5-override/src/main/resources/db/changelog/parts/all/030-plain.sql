-- a plain SQL file: one changeset
CREATE TABLE plain (id int);
INSERT INTO plain VALUES (1);
INSERT INTO plain VALUES (2);
