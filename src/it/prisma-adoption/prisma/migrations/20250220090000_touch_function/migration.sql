CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  NEW."startedAt" := now(); -- a semicolon; in a comment
  RETURN NEW;
END;
$body$;

CREATE TRIGGER touch_execution BEFORE INSERT ON "WorkflowExecution" FOR EACH ROW EXECUTE FUNCTION touch();
