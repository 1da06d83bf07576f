--liquibase formatted sql

--changeset mara:countries
--comment Where we ship to, with the days that it takes.
CREATE TABLE country (
    code          text    PRIMARY KEY CHECK (code ~ '^[A-Z]{2}$'),
    name          text    NOT NULL,
    shipping_days integer NOT NULL CHECK (shipping_days BETWEEN 1 AND 60)
);
INSERT INTO country (code, name, shipping_days) VALUES
    ('AT', 'Österreich', 3),
    ('CH', 'Schweiz; Suisse; Svizzera', 4),
    ('CI', 'Côte d''Ivoire', 12),
    ('DE', 'Deutschland', 2),
    ('FR', 'France', 3);
--rollback DROP TABLE country;
