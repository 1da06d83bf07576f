/** Reads migrations in the layouts of Flyway and Prisma as a changelog, and what those tools' own histories say of them. */
package io.github.migratemaven.layout;
