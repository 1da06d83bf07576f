/** PostgreSQL servers that we start ourselves: the project's dev server and scratch servers. */
package io.github.migratemaven.postgres.embedded;
