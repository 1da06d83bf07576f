-- kept
CREATE FUNCTION filed_count() RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
    -- kept too
    RETURN (SELECT count(*) FROM filed);
END $$
@@
INSERT INTO filed VALUES (4, 'four')
@@
