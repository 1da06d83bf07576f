--liquibase formatted sql

--changeset ann:first runWith:psql
\copy first FROM first.csv
