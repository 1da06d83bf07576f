import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
project.database().execute('CREATE ROLE "Design readers"')
project.database().openAs('deployer', 'tell-nobody').withCloseable {
    it.createStatement().execute('''
        CREATE TABLE customers (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL, mail text,
            country char(2) NOT NULL DEFAULT 'DE');
        CREATE TABLE orders (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            customer_id bigint NOT NULL CONSTRAINT orders_customer_fk REFERENCES customers (id), total numeric(12, 2));
        CREATE VIEW large_orders AS SELECT id, total FROM orders WHERE total > 1000;
        GRANT SELECT ON large_orders TO "Design readers";
        ALTER TABLE customers ENABLE ROW LEVEL SECURITY;
        CREATE POLICY germans ON customers FOR SELECT TO "Design readers" USING (country = 'DE');
        CREATE SCHEMA elsewhere;
        CREATE TABLE elsewhere.notes (id int)''')
}
null
