-- Every object with its definition, one row each: what decides whether two databases are equal. PostgreSQL 13 and newer.
-- Left out: the system's schemas, what belongs to an extension, our own tables and other tools' histories, owners, the order of columns, the names
-- of NOT NULL constraints (which servers before 18 do not keep), and whether an inherited column is its table's own, too: no statement
-- takes that back once the table has been separated from a parent.
-- Placeholder: the condition on the schema's name, n.nspname.
WITH n AS (SELECT n.oid, n.nspname, n.nspowner, n.nspacl FROM pg_namespace n
  WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND %s
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_namespace'::regclass AND d.objid = n.oid AND d.deptype = 'e')),
extended AS (SELECT d.classid, d.objid FROM pg_depend d WHERE d.deptype = 'e'),
-- Sequences of identity columns are part of their columns.
rel AS (SELECT c.*, n.nspname, format('%%I.%%I', n.nspname, c.relname) AS name FROM pg_class c JOIN n ON c.relnamespace = n.oid
  WHERE c.relname NOT IN ('databasechangelog', 'databasechangeloglock', 'migrate_run', 'migrate_step', 'migrate_seed')
  AND c.relname NOT IN ('_prisma_migrations', 'flyway_schema_history')
  AND NOT EXISTS (SELECT FROM extended e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid)
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE c.relkind = 'S' AND d.classid = 'pg_class'::regclass AND d.objid = c.oid
    AND d.deptype = 'i')),
typ AS (SELECT t.*, format('%%I.%%I', n.nspname, t.typname) AS name FROM pg_type t JOIN n ON t.typnamespace = n.oid
  WHERE NOT EXISTS (SELECT FROM extended e WHERE e.classid = 'pg_type'::regclass AND e.objid = t.oid)),
fun AS (SELECT p.*, format('%%I.%%I(%%s)', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)) AS name
  FROM pg_proc p JOIN n ON p.pronamespace = n.oid
  WHERE NOT EXISTS (SELECT FROM extended e WHERE e.classid = 'pg_proc'::regclass AND e.objid = p.oid)
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'i')),
acl(what, owner, items) AS (
  SELECT 'schema ' || format('%%I', nspname), nspowner, nspacl FROM n
  UNION ALL
  SELECT (CASE c.relkind WHEN 'S' THEN 'sequence ' WHEN 'v' THEN 'view ' WHEN 'm' THEN 'materialized view '
    WHEN 'f' THEN 'foreign table ' ELSE 'table ' END) || c.name, c.relowner, c.relacl FROM rel c WHERE c.relacl IS NOT NULL
  UNION ALL
  SELECT format('column %%s.%%I', c.name, a.attname), c.relowner, a.attacl FROM rel c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE a.attacl IS NOT NULL AND NOT a.attisdropped
  UNION ALL
  SELECT 'function ' || f.name, f.proowner, coalesce(f.proacl, acldefault('f', f.proowner)) FROM fun f
  UNION ALL
  SELECT 'type ' || t.name, t.typowner, coalesce(t.typacl, acldefault('T', t.typowner)) FROM typ t
    WHERE t.typtype IN ('e', 'd', 'r') OR t.typtype = 'c' AND EXISTS (SELECT FROM rel c WHERE c.oid = t.typrelid AND c.relkind = 'c')
  UNION ALL
  SELECT format('default privileges of %%s on %%s %%s', d.defaclrole::regrole, d.defaclobjtype, d.defaclnamespace::regnamespace),
    0::oid, d.defaclacl FROM pg_default_acl d WHERE d.defaclnamespace IN (SELECT oid FROM n)),
described(classid, objid, objsubid, what) AS (
  SELECT 'pg_namespace'::regclass::oid, oid, 0, 'schema ' || format('%%I', nspname) FROM n
  UNION ALL SELECT 'pg_class'::regclass, c.oid, 0, 'relation ' || c.name FROM rel c
  UNION ALL SELECT 'pg_class'::regclass, c.oid, a.attnum, format('column %%s.%%I', c.name, a.attname)
    FROM rel c JOIN pg_attribute a ON a.attrelid = c.oid WHERE a.attnum > 0 AND NOT a.attisdropped
  UNION ALL SELECT 'pg_type'::regclass, t.oid, 0, 'type ' || t.name FROM typ t
  UNION ALL SELECT 'pg_proc'::regclass, f.oid, 0, 'function ' || f.name FROM fun f
  UNION ALL SELECT 'pg_constraint'::regclass, k.oid, 0, format('constraint %%I on %%s', k.conname, coalesce(c.name, t.name))
    FROM pg_constraint k LEFT JOIN rel c ON c.oid = k.conrelid LEFT JOIN typ t ON t.oid = k.contypid
    WHERE coalesce(c.name, t.name) IS NOT NULL
  UNION ALL SELECT 'pg_trigger'::regclass, g.oid, 0, format('trigger %%I on %%s', g.tgname, c.name)
    FROM pg_trigger g JOIN rel c ON c.oid = g.tgrelid
  UNION ALL SELECT 'pg_policy'::regclass, p.oid, 0, format('policy %%I on %%s', p.polname, c.name)
    FROM pg_policy p JOIN rel c ON c.oid = p.polrelid
  UNION ALL SELECT 'pg_rewrite'::regclass, r.oid, 0, format('rule %%I on %%s', r.rulename, c.name)
    FROM pg_rewrite r JOIN rel c ON c.oid = r.ev_class
  UNION ALL SELECT 'pg_statistic_ext'::regclass, x.oid, 0, format('statistics %%I.%%I', n.nspname, x.stxname)
    FROM pg_statistic_ext x JOIN n ON x.stxnamespace = n.oid),
o(what, definition) AS (
  SELECT 'schema ' || format('%%I', nspname), ''::text FROM n
  UNION ALL
  SELECT 'extension ' || e.extname, n.nspname::text FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
    WHERE e.extname <> 'plpgsql'
  UNION ALL
  SELECT (CASE c.relkind WHEN 'S' THEN 'sequence ' WHEN 'v' THEN 'view ' WHEN 'm' THEN 'materialized view '
      WHEN 'f' THEN 'foreign table ' WHEN 'c' THEN 'composite type ' ELSE 'table ' END) || c.name,
    concat_ws(' | ', c.relkind, c.relpersistence, CASE WHEN c.relrowsecurity THEN 'row security' END,
      CASE WHEN c.relforcerowsecurity THEN 'forced' END, (SELECT string_agg(w, ', ' ORDER BY w) FROM unnest(c.reloptions) w),
      (SELECT 'toast ' || string_agg(w, ', ' ORDER BY w) FROM pg_class h, unnest(h.reloptions) w WHERE h.oid = c.reltoastrelid), pg_get_partkeydef(c.oid),
      pg_get_expr(c.relpartbound, c.oid),
      (SELECT 'inherits ' || string_agg(i.inhparent::regclass::text, ', ' ORDER BY i.inhseqno) FROM pg_inherits i
        WHERE i.inhrelid = c.oid),
      -- Without its index it is the same as NOTHING.
      CASE WHEN c.relkind IN ('r', 'p') AND c.relreplident <> 'd' THEN 'replica identity ' || CASE WHEN c.relreplident = 'i' AND NOT EXISTS
        (SELECT FROM pg_index x WHERE x.indrelid = c.oid AND x.indisreplident) THEN 'n' ELSE c.relreplident::text END END,
      CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END,
      CASE WHEN c.relkind = 'm' AND NOT c.relispopulated THEN 'not populated' END,
      (SELECT concat_ws(' ', s.srvname, array_to_string(t.ftoptions, ', ')) FROM pg_foreign_table t
        JOIN pg_foreign_server s ON s.oid = t.ftserver WHERE t.ftrelid = c.oid),
      (SELECT concat_ws(' ', q.seqtypid::regtype, q.seqstart, q.seqincrement, q.seqmax, q.seqmin, q.seqcache, q.seqcycle)
        FROM pg_sequence q WHERE q.seqrelid = c.oid),
      (SELECT format('owned by %%s.%%I', d.refobjid::regclass, a.attname) FROM pg_depend d JOIN pg_attribute a
        ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid WHERE c.relkind = 'S' AND d.classid = 'pg_class'::regclass
        AND d.objid = c.oid AND d.deptype = 'a' AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0))
    FROM rel c WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f', 'c')
  UNION ALL
  SELECT format('column %%s.%%I', c.name, a.attname),
    concat_ws(' ', format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN 'NOT NULL' END,
      'identity ' || nullif(a.attidentity::text, ''), 'generated ' || nullif(a.attgenerated::text, ''), pg_get_expr(d.adbin, d.adrelid),
      CASE WHEN a.attcollation <> t.typcollation THEN 'collate ' || a.attcollation::regcollation::text END,
      CASE WHEN a.attstorage <> t.typstorage THEN 'storage ' || a.attstorage::text END,
      CASE WHEN a.attinhcount > 0 THEN 'inherited' END,
      CASE WHEN a.attstattarget >= 0 THEN 'statistics ' || a.attstattarget END,
      (SELECT string_agg(w, ',' ORDER BY w) FROM unnest(a.attoptions) w),
      (SELECT concat_ws(' ', q.seqtypid::regtype, q.seqstart, q.seqincrement, q.seqmax, q.seqmin, q.seqcache, q.seqcycle)
        FROM pg_depend i JOIN pg_sequence q ON q.seqrelid = i.objid WHERE i.classid = 'pg_class'::regclass
        AND i.refclassid = 'pg_class'::regclass AND i.refobjid = c.oid AND i.refobjsubid = a.attnum AND i.deptype = 'i'))
    FROM rel c JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_type t ON t.oid = a.atttypid
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'f', 'c')
  UNION ALL
  SELECT format('default of %%s.%%I', c.name, a.attname), pg_get_expr(d.adbin, d.adrelid)
    FROM rel c JOIN pg_attrdef d ON d.adrelid = c.oid JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.adnum WHERE c.relkind = 'v'
  UNION ALL
  SELECT 'index ' || c.name, concat_ws(' ', pg_get_indexdef(c.oid), CASE WHEN NOT x.indisvalid THEN 'INVALID' END,
      CASE WHEN x.indisclustered THEN 'CLUSTER' END, CASE WHEN x.indisreplident THEN 'REPLICA IDENTITY' END,
      (SELECT 'attached to ' || i.inhparent::regclass::text FROM pg_inherits i WHERE i.inhrelid = c.oid))
    FROM rel c JOIN pg_index x ON x.indexrelid = c.oid JOIN rel t ON t.oid = x.indrelid
  UNION ALL
  SELECT format('constraint %%I on %%s', k.conname, coalesce(c.name, t.name)), concat_ws(' ', pg_get_constraintdef(k.oid),
      CASE WHEN NOT k.convalidated THEN 'not validated' END, CASE WHEN k.conparentid <> 0 THEN 'derived' END,
      CASE WHEN NOT k.conislocal THEN 'inherited' END)
    FROM pg_constraint k LEFT JOIN rel c ON c.oid = k.conrelid LEFT JOIN typ t ON t.oid = k.contypid
    WHERE coalesce(c.name, t.name) IS NOT NULL AND (k.contype IN ('c', 'f', 'p', 'u', 'x')
      OR k.contype = 'n' AND NOT k.convalidated)
  UNION ALL
  SELECT format('trigger %%I on %%s', g.tgname, c.name), pg_get_triggerdef(g.oid) || ' ' || g.tgenabled::text
    FROM pg_trigger g JOIN rel c ON c.oid = g.tgrelid WHERE NOT g.tgisinternal AND g.tgparentid = 0
  UNION ALL
  SELECT format('rule %%I on %%s', r.rulename, c.name), pg_get_ruledef(r.oid) || r.ev_enabled::text
    FROM pg_rewrite r JOIN rel c ON c.oid = r.ev_class WHERE r.rulename <> '_RETURN'
  UNION ALL
  SELECT format('policy %%I on %%s', p.polname, c.name), concat_ws(' | ', p.polcmd, p.polpermissive,
      (SELECT string_agg(CASE WHEN r = 0 THEN 'public' ELSE r::regrole::text END, ', ' ORDER BY r::regrole::text)
        FROM unnest(p.polroles) r),
      pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
    FROM pg_policy p JOIN rel c ON c.oid = p.polrelid
  UNION ALL
  -- Its columns are printed in the table's order, which is not compared.
  SELECT format('statistics %%I.%%I', n.nspname, x.stxname), (SELECT string_agg(w, ' ' ORDER BY w)
      FROM regexp_split_to_table(pg_get_statisticsobjdef(x.oid), '[, ]+') w)
      || CASE WHEN x.stxstattarget >= 0 THEN ' target ' || x.stxstattarget ELSE '' END FROM pg_statistic_ext x JOIN n ON x.stxnamespace = n.oid
  UNION ALL
  SELECT 'function ' || f.name, CASE WHEN f.prokind <> 'a' THEN pg_get_functiondef(f.oid) ELSE (SELECT concat_ws(' | ',
      g.aggtransfn, g.aggfinalfn, g.aggcombinefn, g.aggmtransfn, g.aggminvtransfn, g.aggmfinalfn, g.aggtranstype::regtype,
      g.agginitval, g.aggminitval, g.aggsortop::regoper, f.prorettype::regtype, f.proparallel)
      FROM pg_aggregate g WHERE g.aggfnoid = f.oid) END FROM fun f
  UNION ALL
  SELECT (CASE t.typtype WHEN 'e' THEN 'enum ' WHEN 'd' THEN 'domain ' ELSE 'range ' END) || t.name,
    concat_ws(' | ', CASE WHEN t.typnotnull THEN 'NOT NULL' END, t.typdefault,
      CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, t.typtypmod) END,
      CASE WHEN t.typtype = 'd' AND t.typcollation <> 0 THEN t.typcollation::regcollation::text END,
      (SELECT concat_ws(' ', r.rngsubtype::regtype, r.rngsubdiff, r.rngcanonical) FROM pg_range r WHERE r.rngtypid = t.oid),
      (SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid))
    FROM typ t WHERE t.typtype IN ('e', 'd', 'r')
  UNION ALL
  SELECT format('collation %%I.%%I', n.nspname, c.collname), concat_ws(' ', c.collprovider, c.collcollate, c.collctype,
      c.collisdeterministic) FROM pg_collation c JOIN n ON n.oid = c.collnamespace
  UNION ALL
  SELECT 'event trigger ' || t.evtname, concat_ws(' ', t.evtevent, t.evtfoid::regprocedure, t.evtenabled,
      array_to_string(t.evttags, ',')) FROM pg_event_trigger t
    WHERE NOT EXISTS (SELECT FROM extended e WHERE e.classid = 'pg_event_trigger'::regclass AND e.objid = t.oid)
  UNION ALL
  SELECT 'foreign data wrapper ' || quote_ident(w.fdwname), concat_ws(' | ', w.fdwhandler::regproc, w.fdwvalidator::regproc,
      array_to_string(w.fdwoptions, ', ')) FROM pg_foreign_data_wrapper w
    WHERE NOT EXISTS (SELECT FROM extended e WHERE e.classid = 'pg_foreign_data_wrapper'::regclass AND e.objid = w.oid)
  UNION ALL
  SELECT 'server ' || quote_ident(s.srvname), concat_ws(' | ', w.fdwname, s.srvtype, s.srvversion, array_to_string(s.srvoptions, ', '))
    FROM pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
  UNION ALL
  -- Those below the first normal OID are the system's.
  SELECT format('cast from %%s to %%s', c.castsource::regtype, c.casttarget::regtype), concat_ws(' | ', c.castcontext, c.castmethod,
      nullif(c.castfunc, 0)::regprocedure) FROM pg_cast c
    WHERE c.oid >= 16384 AND NOT EXISTS (SELECT FROM extended e WHERE e.classid = 'pg_cast'::regclass AND e.objid = c.oid)
  UNION ALL
  SELECT 'operator ' || p.oid::regoperator, concat_ws(' | ', p.oprcode, p.oprcom::regoperator, p.oprnegate::regoperator, p.oprrest,
      p.oprjoin, p.oprcanmerge, p.oprcanhash) FROM pg_operator p JOIN n ON n.oid = p.oprnamespace
    WHERE NOT EXISTS (SELECT FROM extended e WHERE e.classid = 'pg_operator'::regclass AND e.objid = p.oid)
  UNION ALL
  SELECT format('text search configuration %%I.%%I', n.nspname, c.cfgname), concat_ws(' | ', p.prsname,
      (SELECT string_agg(concat_ws(' ', m.maptokentype, m.mapseqno, m.mapdict::regdictionary), ', ' ORDER BY m.maptokentype, m.mapseqno)
        FROM pg_ts_config_map m WHERE m.mapcfg = c.oid))
    FROM pg_ts_config c JOIN n ON n.oid = c.cfgnamespace JOIN pg_ts_parser p ON p.oid = c.cfgparser
    WHERE NOT EXISTS (SELECT FROM extended e WHERE e.classid = 'pg_ts_config'::regclass AND e.objid = c.oid)
  UNION ALL
  SELECT format('text search dictionary %%I.%%I', n.nspname, d.dictname), concat_ws(' | ', t.tmplname, d.dictinitoption)
    FROM pg_ts_dict d JOIN n ON n.oid = d.dictnamespace JOIN pg_ts_template t ON t.oid = d.dicttemplate
    WHERE NOT EXISTS (SELECT FROM extended e WHERE e.classid = 'pg_ts_dict'::regclass AND e.objid = d.oid)
  UNION ALL
  SELECT 'comment on ' || w.what, d.description FROM described w JOIN pg_description d
    ON d.classoid = w.classid AND d.objoid = w.objid AND d.objsubid = w.objsubid
  UNION ALL
  SELECT 'privileges on ' || a.what, string_agg(format('%%s: %%s%%s',
      CASE WHEN x.grantee = 0 THEN 'public' ELSE x.grantee::regrole::text END, x.privilege_type,
      CASE WHEN x.is_grantable THEN '*' END), ', ' ORDER BY x.grantee::regrole::text, x.privilege_type)
    FROM acl a CROSS JOIN LATERAL aclexplode(a.items) x WHERE x.grantee <> a.owner GROUP BY a.what)
SELECT what, coalesce(definition, '') FROM o ORDER BY what COLLATE "C"
