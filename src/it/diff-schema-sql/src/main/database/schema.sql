-- What the database is to look like.
CREATE TYPE order_state AS ENUM ('new', 'paid');

CREATE TABLE customers (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  mail text NOT NULL CONSTRAINT customers_mail_key UNIQUE
);

CREATE TABLE orders (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id bigint NOT NULL CONSTRAINT orders_customer_fk REFERENCES customers (id),
  total numeric(12, 2),
  state order_state NOT NULL DEFAULT 'new'
);
CREATE INDEX orders_customer_idx ON orders (customer_id);
GRANT SELECT ON orders TO reporting;

CREATE FUNCTION paid(o orders) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  -- a comment; with a semicolon
  RETURN o.state = 'paid';
END;
$$;
