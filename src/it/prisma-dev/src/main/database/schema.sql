CREATE TABLE customer (
    id serial PRIMARY KEY,
    mail text NOT NULL,
    note text
);
