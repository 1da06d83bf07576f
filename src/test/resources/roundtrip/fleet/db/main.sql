--liquibase formatted sql

--property name:fleet.table value:vehicle global:true
--property name:kind value:lorry global:false context:prod
--property name:kind value:van global:false

--changeset dora:tables labels:core context:"prod or test"
--comment Two statements; and a comment
CREATE TABLE ${fleet.table} ( -- ${kind}
    id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    "Name" text NOT NULL, /* mixed
       case */
    kind   text DEFAULT '${kind}',
    memo   text DEFAULT 'no ${parameter} here; -- nor a comment'
);
CREATE INDEX vehicle_name_idx ON ${fleet.table} ("Name");
--rollback DROP INDEX vehicle_name_idx;
--rollback DROP TABLE vehicle;

--changeset "Eve O'Hara":"quoted: id" splitStatements:true
INSERT INTO vehicle ("Name") VALUES ('Ünïcode 🚚; semicolon');
INSERT INTO vehicle ("Name") VALUES ('second'); INSERT INTO vehicle ("Name") VALUES ('third, same line');
/* liquibase rollback
   DELETE FROM vehicle
   WHERE "Name" LIKE 'Ün%';
*/

--changeset dora:body splitStatements:false stripComments:false
-- A comment in front of it
CREATE OR REPLACE FUNCTION vehicle_count() RETURNS bigint
LANGUAGE plpgsql AS $body$
DECLARE
    n bigint; -- how many
BEGIN
    /* block; comment */
    SELECT count(*) INTO n FROM vehicle;
    -- RETURN 0;
    RETURN n;
END
$body$;

--changeset dora:body-stripped splitStatements:false
CREATE OR REPLACE FUNCTION vehicle_twice() RETURNS bigint
LANGUAGE plpgsql AS $body$
BEGIN
    -- twice; of course
    RETURN 2 * (SELECT count(*) FROM vehicle) /* all of them */;
END
$body$;

--changeset dora:delimiter endDelimiter:\nGO
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.memo := NEW.memo || ';';
  RETURN NEW;
END $$
GO
CREATE TRIGGER vehicle_touch BEFORE INSERT OR UPDATE ON vehicle
  FOR EACH ROW EXECUTE FUNCTION touch()
GO
UPDATE vehicle SET memo = 'a;b'
GO

--changeset dora:slash endDelimiter:/
CREATE VIEW vehicle_names AS SELECT "Name" FROM vehicle
/
COMMENT ON VIEW vehicle_names IS 'it''s a view; really'
/

--changeset dora:ignored
CREATE TABLE kept (id int);
--ignoreLines:2
CREATE TABLE broken (;
DROP TABLE kept;
INSERT INTO kept VALUES (1);
--ignoreLines:start
THIS IS NOT SQL;
--ignoreLines:end
INSERT INTO kept VALUES (2);

--changeset dora:mark-ran
--preconditions onFail:MARK_RAN onError:HALT
--precondition-sql-check expectedResult:0 SELECT count(*) FROM kept
DROP TABLE kept;

--changeset dora:table-exists
--preconditions onFail:MARK_RAN
--precondition-table-exists table:kept
INSERT INTO kept VALUES (3);

--changeset dora:continue
--preconditions onFail:CONTINUE
--precondition-sql-check expectedResult:1 SELECT count(*) FROM kept
INSERT INTO kept VALUES (4);

--changeset dora:other-dbms dbms:oracle
CREATE TABLE nowhere (id NUMBER);

--changeset dora:not-here dbms:!postgresql
CREATE TABLE nowhere (id NUMBER);

--changeset dora:ignored-changeset ignore:true
SELECT 1/0;

--changeset dora:on-change runOnChange:true
CREATE OR REPLACE VIEW vehicle_kinds AS
SELECT DISTINCT kind
  FROM vehicle;

--changeset dora:always runAlways:true
INSERT INTO kept SELECT max(id) + 1 FROM kept;

--changeset dora:own-path logicalFilePath:somewhere/else.sql
INSERT INTO kept VALUES (100);

--changeset dora:concurrently runInTransaction:false
CREATE INDEX CONCURRENTLY vehicle_kind_idx ON vehicle (kind);

--changeset dora:enum
CREATE TYPE mood AS ENUM ('sad', 'ok');
ALTER TABLE vehicle ADD COLUMN mood mood;
INSERT INTO vehicle ("Name", mood) VALUES ('moody', 'ok');

--changeset dora:enum-value runInTransaction:false
ALTER TYPE mood ADD VALUE 'happy';
INSERT INTO vehicle ("Name", mood) VALUES ('glad', 'happy');

--changeset dora:strings
INSERT INTO vehicle ("Name") VALUES (E'back\\slash \'quoted\' \n line'), ($q$dollar 'quote'$q$), (U&'d\0061t\+000061');
INSERT INTO vehicle ("Name") VALUES ('{"json": "?", "b": [1,2]}'), ('{d ''2020-01-01''}'), ('a ? b :c');
SELECT '{"a":1}'::jsonb ?? 'a', '{1,2}'::int[] @> ARRAY[1];

--changeset dora:twice-in-a-line stripComments:true
SELECT 1; SELECT 2; -- SELECT 3;
SELECT 4 /* ; */ + 1;

--changeset dora:do-block splitStatements:false
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM vehicle WHERE "Name" = 'done') THEN
        INSERT INTO vehicle ("Name") VALUES ('done');
    END IF;
END $$;

--changeset dora:nothing-left failOnError:false
SELECT no_such_function();
