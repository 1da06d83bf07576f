/** The schema-push ban: finds what a build runs, follows it, and judges it. */
package io.github.migratemaven.scan;
