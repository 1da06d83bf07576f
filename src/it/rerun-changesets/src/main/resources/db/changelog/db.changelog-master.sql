--liquibase formatted sql

--changeset ada:deploys
CREATE TABLE deploy (at timestamptz DEFAULT clock_timestamp());

--changeset ada:count runAlways:true
INSERT INTO deploy DEFAULT VALUES;

--changeset ada:latest runOnChange:true
CREATE OR REPLACE VIEW latest AS SELECT min(at) AS at FROM deploy;
