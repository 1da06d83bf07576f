INSERT INTO customer (mail) SELECT n || '@example.org' FROM generate_series(1, 3000) n;
