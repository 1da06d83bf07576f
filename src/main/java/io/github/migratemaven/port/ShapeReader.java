package io.github.migratemaven.port;

import io.github.migratemaven.model.SchemaShape;
import io.github.migratemaven.model.Target;

/** Reads a database's tables as a mapping sees them. Histories, ours and other tools', are left out. */
public interface ShapeReader {
    /** @throws io.github.migratemaven.model.MigrateException when the catalogue cannot be read */
    SchemaShape read(Target database);
}
