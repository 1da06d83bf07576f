package io.github.migratemaven.author;

import io.github.migratemaven.port.CatalogueComparison;
import io.github.migratemaven.port.ChangelogReplay;
import io.github.migratemaven.port.StatementRunner;

/** What is needed to rebuild a schema, and to see whether it is the same. */
public record BaselineTools(CatalogueComparison comparison, StatementRunner statements, ChangelogReplay replay) {}
