--liquibase formatted sql

--changeset ann:first
CREATE TABLE first (id int PRIMARY KEY);

--changeset ann:second runWith:psql
\copy first FROM 'x.csv'
