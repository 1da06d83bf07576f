--liquibase formatted sql

--changeset mara:monthly-revenue
CREATE MATERIALIZED VIEW monthly_revenue AS
SELECT date_trunc('month', p.paid_at AT TIME ZONE 'UTC')::date AS month,
       count(*) AS payments,
       sum(p.amount_cents)::bigint AS revenue_cents
FROM payment p
WHERE p.refunded_at IS NULL
GROUP BY 1;
-- REFRESH ... CONCURRENTLY needs a unique index.
CREATE UNIQUE INDEX monthly_revenue_month_key ON monthly_revenue (month);
--rollback DROP MATERIALIZED VIEW monthly_revenue;
