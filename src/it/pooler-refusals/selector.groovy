import io.github.migratemaven.testing.PgBouncer

PgBouncer.isThere()
