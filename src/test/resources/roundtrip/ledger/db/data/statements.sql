-- in a file of its own
CREATE TABLE filed (
    id int, -- a number
    word text
);

INSERT INTO filed VALUES (1, 'one; and a half');
/* two */
INSERT INTO filed
VALUES (2, '${bank}');   INSERT INTO filed VALUES (3, '${unknown}');
