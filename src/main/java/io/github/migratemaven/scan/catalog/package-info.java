/** The banned commands and settings, as data, and how they are matched. */
package io.github.migratemaven.scan.catalog;
