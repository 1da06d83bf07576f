SELECT code FROM currency WHERE active
