--liquibase formatted sql

--changeset jonas:place-order splitStatements:false
--comment Takes the goods from stock and places the order, or fails as a whole.
CREATE FUNCTION place_order(wanted bigint) RETURNS timestamptz
LANGUAGE plpgsql
AS $$
DECLARE
    item record;      -- one line of the order
    placed timestamptz := now();
BEGIN
    /* Products are locked in the order of their ids;
       two orders of the same goods cannot deadlock. */
    FOR item IN
        SELECT product_id, sum(quantity) AS quantity
        FROM order_item
        WHERE order_id = wanted
        GROUP BY product_id
        ORDER BY product_id
    LOOP
        UPDATE product SET stock = stock - item.quantity
        WHERE id = item.product_id AND stock >= item.quantity;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'product % is out of stock; order % stays a draft', item.product_id, wanted
                USING ERRCODE = 'check_violation';
        END IF;
    END LOOP;

    UPDATE customer_order SET status = 'placed', placed_at = placed
    WHERE id = wanted AND status = 'draft';
    IF NOT FOUND THEN
        RAISE EXCEPTION 'order % is not a draft', wanted;  -- placed twice; or never there
    END IF;
    RETURN placed;
END;
$$;
--rollback DROP FUNCTION place_order(bigint);
