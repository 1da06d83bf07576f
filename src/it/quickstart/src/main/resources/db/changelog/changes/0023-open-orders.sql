--liquibase formatted sql

--changeset jonas:open-orders runOnChange:true
--comment What the packing table shows. Edited in place: the view is replaced whenever this text changes.
CREATE OR REPLACE VIEW open_order AS
SELECT o.id, c.display_name, o.placed_at, t.total_cents
FROM customer_order o
JOIN customer c ON c.id = o.customer_id
JOIN order_total t ON t.order_id = o.id
WHERE o.status IN ('placed', 'paid')
ORDER BY o.placed_at;
--rollback DROP VIEW open_order;
