--liquibase formatted sql

--changeset jonas:touch-function splitStatements:false
CREATE FUNCTION touch_updated_at() RETURNS trigger
LANGUAGE plpgsql
AS $body$
BEGIN
    NEW.updated_at := now();
    RETURN NEW;
END;
$body$;
--rollback DROP FUNCTION touch_updated_at();

--changeset jonas:touch-trigger
CREATE TRIGGER customer_order_touch
    BEFORE UPDATE ON customer_order
    FOR EACH ROW
    WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE FUNCTION touch_updated_at();
--rollback DROP TRIGGER customer_order_touch ON customer_order;
