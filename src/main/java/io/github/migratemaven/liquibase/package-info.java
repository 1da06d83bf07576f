/** The only package that imports Liquibase: it parses changelogs, makes SQL and runs what is not plain SQL. */
package io.github.migratemaven.liquibase;
