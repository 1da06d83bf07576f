/** PostgreSQL's SQL as text: exact tokens, statements with their positions, and what a statement will do to a live server. */
package io.github.migratemaven.sql;
