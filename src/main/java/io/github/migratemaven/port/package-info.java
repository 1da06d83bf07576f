/** The interfaces that we own; adapters in {@code liquibase}, {@code postgres} and {@code maven} implement them. */
package io.github.migratemaven.port;
