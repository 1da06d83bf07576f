--liquibase formatted sql

--changeset jonas:display-name-migrate
--comment Migrate: the rows that were there before. Running it twice changes nothing.
UPDATE customer SET display_name = btrim(first_name || ' ' || last_name) WHERE display_name IS NULL;
--rollback ALTER TABLE customer DISABLE TRIGGER customer_fill_display_name;
--rollback UPDATE customer SET display_name = NULL WHERE display_name = btrim(first_name || ' ' || last_name);
--rollback ALTER TABLE customer ENABLE TRIGGER customer_fill_display_name;

--changeset jonas:display-name-required-check
ALTER TABLE customer ADD CONSTRAINT customer_display_name_required CHECK (display_name IS NOT NULL) NOT VALID;
--rollback ALTER TABLE customer DROP CONSTRAINT customer_display_name_required;

--changeset jonas:display-name-required
--comment With the validated check, SET NOT NULL needs no scan under its strong lock.
ALTER TABLE customer VALIDATE CONSTRAINT customer_display_name_required;
ALTER TABLE customer ALTER COLUMN display_name SET NOT NULL;
ALTER TABLE customer DROP CONSTRAINT customer_display_name_required;
--rollback ALTER TABLE customer ADD CONSTRAINT customer_display_name_required CHECK (display_name IS NOT NULL) NOT VALID;
--rollback ALTER TABLE customer ALTER COLUMN display_name DROP NOT NULL;
