/** Compares the schemas of two databases: the only package that imports pgcodekeeper. */
package io.github.migratemaven.postgres.compare;
