/** Finds the files that say what a build runs, and reads the scripts and settings out of them: one extractor a file kind. */
package io.github.migratemaven.scan.files;
