import io.github.migratemaven.testing.ItProject

// As prisma 6.19.3 writes them: the second was edited afterwards, the third failed, and the last is not in the project.
def database = new ItProject(basedir).database()
database.execute('''
    CREATE TABLE _prisma_migrations (
        id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
        logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count int NOT NULL DEFAULT 0);
    INSERT INTO _prisma_migrations VALUES
        ('1', 'e4731f28124f883ec6b15b19ff10c09b75b986efa9f734a5429849c236671c33', now(), '20250106090000_init', NULL, NULL, now(), 1),
        ('2', '7bc77714153ef4180275ec627869b95d3b6f74c6372fb165fb521760427032ea', now(), '20250107090000_workspaces', NULL, NULL, now(), 1),
        ('3', 'a68796d1f09bb0f6010cda8f299f384d3e1309ed884d08d1262d7d28a53324c9', NULL, '20250108090000_workflows', 'error', NULL, now(), 0),
        ('4', '7f91809ba3b7c5bce3c55eeb0626adce0f63e3e429a384bd78b3c37a1cfca25f', now(), '20250109090000_gone', NULL, NULL, now(), 1);
    ALTER TABLE _prisma_migrations OWNER TO deployer''')
new File(basedir, 'prisma/migrations/20250107090000_workspaces/migration.sql') << '-- an afterthought\n'
null
