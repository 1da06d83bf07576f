--liquibase formatted sql

--changeset mara:product-search
ALTER TABLE product ADD COLUMN search tsvector
    GENERATED ALWAYS AS (to_tsvector('simple', name || ' ' || description)) STORED;
--rollback ALTER TABLE product DROP COLUMN search;

--changeset mara:product-search-index runInTransaction:false
CREATE INDEX CONCURRENTLY product_search_idx ON product USING gin (search);
--rollback DROP INDEX CONCURRENTLY product_search_idx;
