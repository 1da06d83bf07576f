/** Extractors for the files of continuous integration systems: one class a system. */
package io.github.migratemaven.scan.files.ci;
