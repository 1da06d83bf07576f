INSERT INTO shop.payment (paid_on, amount)
SELECT date '2026-01-01' + n, n FROM generate_series(1, 5) n;
