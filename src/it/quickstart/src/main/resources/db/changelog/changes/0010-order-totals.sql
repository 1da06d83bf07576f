--liquibase formatted sql

--changeset jonas:order-totals
CREATE VIEW order_total AS
SELECT o.id AS order_id,
       o.customer_id,
       o.status,
       coalesce(sum(i.total_cents), 0)::bigint AS total_cents,
       count(i.position) AS lines
FROM customer_order o
LEFT JOIN order_item i ON i.order_id = o.id
GROUP BY o.id;
--rollback DROP VIEW order_total;
