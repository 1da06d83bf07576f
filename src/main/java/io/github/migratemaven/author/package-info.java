/** Use cases that write changesets: what a developer starts from instead of an empty file. */
package io.github.migratemaven.author;
