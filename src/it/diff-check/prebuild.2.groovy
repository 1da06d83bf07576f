new File(basedir, 'src/main/database/schema.sql') << 'CREATE INDEX orders_total_idx ON orders (total);\n'
null
