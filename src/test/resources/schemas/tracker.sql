-- An issue tracker for many tenants: row security everywhere.
CREATE EXTENSION IF NOT EXISTS pgcrypto;
CREATE SCHEMA app;
CREATE SCHEMA audit;
COMMENT ON SCHEMA app IS 'What users see';
CREATE TYPE app.issue_state AS ENUM ('open', 'in progress', 'blocked', 'done', 'won''t do');
CREATE TYPE app.priority AS ENUM ('low', 'normal', 'high');
CREATE TYPE app.member_role AS ENUM ('guest', 'member', 'admin', 'owner');
CREATE TYPE app.estimate AS (hours numeric(6, 2), confidence smallint);
CREATE DOMAIN app.slug AS text CONSTRAINT slug_form CHECK (VALUE ~ '^[a-z0-9-]{2,40}$');
CREATE DOMAIN app.hex_color AS char(7) DEFAULT '#000000' CHECK (VALUE ~ '^#[0-9a-f]{6}$');
CREATE SEQUENCE app.issue_key_seq MINVALUE 1 START WITH 1 INCREMENT BY 1;
CREATE TABLE app.tenant (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), slug app.slug NOT NULL UNIQUE, name text NOT NULL,
  plan text NOT NULL DEFAULT 'free' CHECK (plan IN ('free', 'team', 'enterprise')), created_at timestamptz NOT NULL DEFAULT now());
CREATE TABLE app.person (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), mail text NOT NULL, display_name text NOT NULL,
  avatar bytea, preferences jsonb NOT NULL DEFAULT '{"theme": "light"}', last_seen timestamptz);
CREATE TABLE app.membership (tenant_id uuid NOT NULL REFERENCES app.tenant (id) ON DELETE CASCADE,
  person_id uuid NOT NULL REFERENCES app.person (id), role app.member_role NOT NULL DEFAULT 'member',
  since date NOT NULL DEFAULT CURRENT_DATE, PRIMARY KEY (tenant_id, person_id));
CREATE TABLE app.project (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES app.tenant (id),
  key varchar(10) NOT NULL, title text NOT NULL, color app.hex_color, archived boolean NOT NULL DEFAULT false,
  CONSTRAINT project_key UNIQUE (tenant_id, key), CONSTRAINT project_tenant_id UNIQUE (tenant_id, id));
CREATE TABLE app.sprint (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, project_id bigint NOT NULL REFERENCES app.project (id),
  goal text, runs daterange NOT NULL, CHECK (NOT isempty(runs)), EXCLUDE USING gist (runs WITH &&) WHERE (goal IS NOT NULL));
CREATE TABLE app.issue (id bigint NOT NULL DEFAULT nextval('app.issue_key_seq') PRIMARY KEY, tenant_id uuid NOT NULL,
  project_id bigint NOT NULL, number integer NOT NULL, title text NOT NULL, body text NOT NULL DEFAULT '',
  state app.issue_state NOT NULL DEFAULT 'open', priority app.priority NOT NULL DEFAULT 'normal', assignee uuid,
  sprint_id bigint REFERENCES app.sprint (id) ON DELETE SET NULL, parent_id bigint REFERENCES app.issue (id),
  guess app.estimate, labels text[] NOT NULL DEFAULT ARRAY[]::text[], created_at timestamptz NOT NULL DEFAULT now(),
  closed_at timestamptz, words tsvector GENERATED ALWAYS AS (setweight(to_tsvector('simple', title), 'A') || to_tsvector('simple', body)) STORED,
  CONSTRAINT issue_number UNIQUE (project_id, number),
  CONSTRAINT issue_of_tenant FOREIGN KEY (tenant_id, project_id) REFERENCES app.project (tenant_id, id),
  CONSTRAINT issue_assignee FOREIGN KEY (tenant_id, assignee) REFERENCES app.membership (tenant_id, person_id),
  CONSTRAINT done_is_closed CHECK ((state IN ('done', 'won''t do')) = (closed_at IS NOT NULL)));
ALTER SEQUENCE app.issue_key_seq OWNED BY app.issue.id;
CREATE TABLE app.comment (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, issue_id bigint NOT NULL REFERENCES app.issue (id) ON DELETE CASCADE,
  author uuid NOT NULL REFERENCES app.person (id), body text NOT NULL CHECK (body <> ''), at timestamptz NOT NULL DEFAULT now(), edited boolean);
CREATE TABLE app.attachment (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), issue_id bigint NOT NULL REFERENCES app.issue (id),
  file_name text NOT NULL, size bigint NOT NULL CHECK (size BETWEEN 0 AND 104857600), sha256 bytea NOT NULL);
ALTER TABLE app.attachment ALTER COLUMN sha256 SET STORAGE EXTERNAL;
CREATE TABLE app.watcher (issue_id bigint REFERENCES app.issue (id), person_id uuid REFERENCES app.person (id), PRIMARY KEY (person_id, issue_id));
CREATE TABLE app.link (from_id bigint NOT NULL REFERENCES app.issue (id), to_id bigint NOT NULL REFERENCES app.issue (id),
  kind text NOT NULL DEFAULT 'relates', PRIMARY KEY (from_id, to_id, kind), CONSTRAINT link_to_another CHECK (from_id <> to_id));
CREATE TABLE app.webhook (id serial PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES app.tenant (id), url text NOT NULL, secret text, events text[]);
CREATE TABLE app.api_token (id uuid PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES app.tenant (id), digest bytea NOT NULL UNIQUE, expires_on date);
CREATE TABLE audit.event (id bigint GENERATED ALWAYS AS IDENTITY, tenant_id uuid NOT NULL, kind text NOT NULL, payload jsonb, at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id)) PARTITION BY HASH (tenant_id);
CREATE TABLE audit.event_0 PARTITION OF audit.event FOR VALUES WITH (MODULUS 3, REMAINDER 0);
CREATE TABLE audit.event_1 PARTITION OF audit.event FOR VALUES WITH (MODULUS 3, REMAINDER 1);
CREATE TABLE audit.event_2 PARTITION OF audit.event FOR VALUES WITH (MODULUS 3, REMAINDER 2);
CREATE TABLE audit.login (person_id uuid NOT NULL, at timestamptz NOT NULL, address inet, PRIMARY KEY (person_id, at)) PARTITION BY RANGE (at);
CREATE TABLE audit.login_2025 PARTITION OF audit.login FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE audit.login_2026 PARTITION OF audit.login FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE UNIQUE INDEX person_mail_idx ON app.person (lower(mail));
CREATE INDEX issue_words_idx ON app.issue USING gin (words);
CREATE INDEX issue_labels_idx ON app.issue USING gin (labels);
CREATE INDEX issue_open_idx ON app.issue (project_id, priority DESC, created_at) WHERE closed_at IS NULL;
CREATE INDEX comment_issue_idx ON app.comment (issue_id, at);
CREATE INDEX membership_person_idx ON app.membership (person_id) INCLUDE (role);
CREATE INDEX event_at_idx ON audit.event (at);
COMMENT ON TABLE app.issue IS 'Something to be done';
COMMENT ON COLUMN app.issue.guess IS 'What the assignee believes';
COMMENT ON CONSTRAINT done_is_closed ON app.issue IS 'Both or none';
CREATE STATISTICS app.issue_stats (ndistinct, dependencies) ON project_id, state FROM app.issue;
CREATE FUNCTION app.current_tenant() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('app.tenant', true), '')::uuid $$;
CREATE FUNCTION app.next_number() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.number IS NULL THEN
    SELECT coalesce(max(number), 0) + 1 INTO NEW.number FROM app.issue WHERE project_id = NEW.project_id; -- one writer
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION audit.log() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO audit.event (tenant_id, kind, payload) VALUES (NEW.tenant_id, TG_OP || ' ' || TG_TABLE_NAME, to_jsonb(NEW));
  RETURN NULL;
END $$;
CREATE FUNCTION app.search(q text, n integer DEFAULT 20) RETURNS SETOF app.issue LANGUAGE sql STABLE AS $$
  SELECT * FROM app.issue WHERE words @@ plainto_tsquery('simple', q) ORDER BY created_at DESC LIMIT n $$;
CREATE FUNCTION app.is_late(i app.issue) RETURNS boolean LANGUAGE sql STABLE RETURN i.closed_at IS NULL AND i.created_at < now() - interval '30 days';
CREATE PROCEDURE app.archive(p_project bigint) LANGUAGE plpgsql AS $$ BEGIN UPDATE app.project SET archived = true WHERE id = p_project; END $$;
CREATE VIEW app.my_issue WITH (security_invoker = on) AS SELECT i.*, p.key || '-' || i.number AS full_key FROM app.issue i JOIN app.project p ON p.id = i.project_id;
CREATE VIEW app.board AS SELECT project_id, state, count(*) AS issues, max(priority) AS highest FROM app.issue WHERE closed_at IS NULL GROUP BY project_id, state;
CREATE VIEW app.busy_project AS SELECT p.title, b.issues FROM app.board b JOIN app.project p ON p.id = b.project_id WHERE b.issues > 10;
CREATE MATERIALIZED VIEW app.throughput AS SELECT project_id, date_trunc('week', closed_at) AS week, count(*) AS closed FROM app.issue WHERE closed_at IS NOT NULL GROUP BY 1, 2;
CREATE UNIQUE INDEX throughput_idx ON app.throughput (project_id, week);
COMMENT ON VIEW app.board IS 'Columns of the board';
CREATE TRIGGER issue_number BEFORE INSERT ON app.issue FOR EACH ROW EXECUTE FUNCTION app.next_number();
CREATE TRIGGER issue_log AFTER INSERT OR UPDATE ON app.issue FOR EACH ROW EXECUTE FUNCTION audit.log();
CREATE TRIGGER project_log AFTER INSERT ON app.project FOR EACH ROW EXECUTE FUNCTION audit.log();
ALTER TABLE app.project ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.issue ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.webhook ENABLE ROW LEVEL SECURITY;
CREATE POLICY project_tenant ON app.project USING (tenant_id = app.current_tenant()) WITH CHECK (tenant_id = app.current_tenant());
CREATE POLICY issue_tenant ON app.issue TO tracker_app USING (tenant_id = app.current_tenant());
CREATE POLICY issue_support ON app.issue FOR SELECT TO tracker_support USING (state <> 'done');
CREATE POLICY webhook_tenant ON app.webhook AS RESTRICTIVE USING (tenant_id = app.current_tenant());
GRANT USAGE ON SCHEMA app TO tracker_app, tracker_support;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA app TO tracker_app;
GRANT SELECT (id, name, plan) ON app.tenant TO tracker_support;
GRANT SELECT ON app.issue, app.board TO tracker_support;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA app TO tracker_app;
REVOKE ALL ON FUNCTION audit.log() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.search(text, integer) TO tracker_support;
GRANT USAGE ON TYPE app.priority TO tracker_app;
