/** The values that every other package speaks in; nothing here knows Maven, Liquibase or JDBC. */
package io.github.migratemaven.model;
