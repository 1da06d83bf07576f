--liquibase formatted sql

--changeset jonas:display-name-sync splitStatements:false
--comment While old and new versions run side by side, rows of the old version get the new column too.
CREATE FUNCTION fill_display_name() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    IF NEW.display_name IS NULL THEN
        NEW.display_name := btrim(NEW.first_name || ' ' || NEW.last_name);
    END IF;
    RETURN NEW;
END;
$$;
CREATE TRIGGER customer_fill_display_name
    BEFORE INSERT OR UPDATE ON customer
    FOR EACH ROW EXECUTE FUNCTION fill_display_name();
--rollback DROP TRIGGER customer_fill_display_name ON customer; DROP FUNCTION fill_display_name();
