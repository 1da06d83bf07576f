-- Written by prisma 6.19.3: ten migrations, the eighth of which had failed once and was resolved as rolled back.
CREATE TABLE public._prisma_migrations (
    id character varying(36) NOT NULL,
    checksum character varying(64) NOT NULL,
    finished_at timestamp with time zone,
    migration_name character varying(255) NOT NULL,
    logs text,
    rolled_back_at timestamp with time zone,
    started_at timestamp with time zone DEFAULT now() NOT NULL,
    applied_steps_count integer DEFAULT 0 NOT NULL
);

INSERT INTO public._prisma_migrations VALUES ('cd65f974-4a3a-46bc-82b3-88c3bd8b6263', 'e4731f28124f883ec6b15b19ff10c09b75b986efa9f734a5429849c236671c33', '2026-11-23 04:50:27.187+00', '20250106090000_init', NULL, NULL, '2026-11-23 04:50:27.141+00', 1);
INSERT INTO public._prisma_migrations VALUES ('37cea2b8-2afb-4929-b5a8-044aaa9f941d', '7bc77714153ef4180275ec627869b95d3b6f74c6372fb165fb521760427032ea', '2026-11-23 04:50:27.216+00', '20250107090000_workspaces', NULL, NULL, '2026-11-23 04:50:27.191+00', 1);
INSERT INTO public._prisma_migrations VALUES ('38f01479-1e9c-4322-b945-24a51abcd254', 'a68796d1f09bb0f6010cda8f299f384d3e1309ed884d08d1262d7d28a53324c9', '2026-11-23 04:50:27.237+00', '20250108090000_workflows', NULL, NULL, '2026-11-23 04:50:27.218+00', 1);
INSERT INTO public._prisma_migrations VALUES ('663aefda-eabd-468a-acee-990d24ad8c4e', '7f91809ba3b7c5bce3c55eeb0626adce0f63e3e429a384bd78b3c37a1cfca25f', '2026-11-23 04:50:27.247+00', '20250109090000_notes', NULL, NULL, '2026-11-23 04:50:27.238+00', 1);
INSERT INTO public._prisma_migrations VALUES ('73570086-a30c-4fcd-8df6-19497772a8eb', '6b212d85f48bc01a800bef2c7cfc3cb206b1027ef26d0bbe7406c379d9be61af', '2026-11-23 04:50:27.262+00', '20250110090000_executions', NULL, NULL, '2026-11-23 04:50:27.25+00', 1);
INSERT INTO public._prisma_migrations VALUES ('21d08d2f-4b03-4459-a5be-d32a64b9d5e5', 'f3c6bf19a442c60663e6a1cc292533f199dc4c62c4dd18a616ec005553b37d41', '2026-11-23 04:50:27.283+00', '20250111090000_executions_index', NULL, NULL, '2026-11-23 04:50:27.265+00', 1);
INSERT INTO public._prisma_migrations VALUES ('6a7de687-86fd-422c-bcf2-318b7e83f85d', 'c0de04cd3099e613221affee6157b4569b6d516bb511ed0160e6e872363ab5d3', '2026-11-23 04:50:27.297+00', '20250112090000_role_owner', NULL, NULL, '2026-11-23 04:50:27.288+00', 1);
INSERT INTO public._prisma_migrations VALUES ('dc715d56-e6a3-43e9-b74a-e3d92a704f84', '138f9ded944dd40b9635aa0517ec40913107b0ac2e346b61d778aaa5a8db5ab5', NULL, '20250113090000_backfill', 'external connector error
Error accessing result set, column not found: nosuch
   0: sql_schema_connector::apply_migration::apply_script
           with migration_name="20250113090000_backfill"
             at schema-engine/connectors/sql-schema-connector/src/apply_migration.rs:113
   1: schema_commands::commands::apply_migrations::Applying migration
           with migration_name="20250113090000_backfill"
             at schema-engine/commands/src/commands/apply_migrations.rs:95
   2: schema_engine_wasm::wasm::engine::ApplyMigrations
             at schema-engine/schema-engine-wasm/src/wasm/engine.rs:167', '2026-11-23 04:50:28.944+00', '2026-11-23 04:50:27.299+00', 0);
INSERT INTO public._prisma_migrations VALUES ('0f99ad3a-443e-49a3-af06-8eed813d4820', '1ffb8301ec154a650e1f7d45ac755cd9890ad1b5e67ebc0e6557b336d2bd0489', '2026-11-23 04:50:41.529+00', '20250113090000_backfill', NULL, NULL, '2026-11-23 04:50:41.486+00', 1);
INSERT INTO public._prisma_migrations VALUES ('c7f18b60-8b50-410b-b80f-e89fffae8e7b', '0dcd6200b2cb744b0cb4942fac69cc71ecd5b2760a7841cf3794e89f1c711d47', '2026-11-23 04:50:41.561+00', '20250114090000_no_newline', NULL, NULL, '2026-11-23 04:50:41.533+00', 1);
INSERT INTO public._prisma_migrations VALUES ('88b47d32-b6e6-404d-bcf3-250cb47d1cfc', 'cfda7e42fb3ebae68f267a8581c7798ed01b4a652099859ce5b0a92e8277d3df', '2026-11-23 04:50:41.613+00', '20250115090000_feature_10', NULL, NULL, '2026-11-23 04:50:41.564+00', 1);

ALTER TABLE ONLY public._prisma_migrations
    ADD CONSTRAINT _prisma_migrations_pkey PRIMARY KEY (id);

