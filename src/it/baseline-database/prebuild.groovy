import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
project.database().openAs('deployer', 'tell-nobody').withCloseable {
    it.createStatement().execute('''
        CREATE TYPE status AS ENUM ('draft', 'paid');
        CREATE TABLE customers (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL);
        CREATE TABLE orders (
            id bigserial PRIMARY KEY,
            customer_id int NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
            status status NOT NULL DEFAULT 'draft',
            total numeric(10, 2) CHECK (total >= 0));
        CREATE INDEX orders_open ON orders (customer_id) WHERE status = 'draft';
        CREATE VIEW open_orders AS SELECT id, total FROM orders WHERE status = 'draft';
        CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.total := coalesce(NEW.total, 0); RETURN NEW; END $$;
        CREATE TRIGGER touch BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION touch();
        COMMENT ON TABLE orders IS 'what customers want; in order';
        INSERT INTO customers (name) VALUES ('Ada')''')
}
null
