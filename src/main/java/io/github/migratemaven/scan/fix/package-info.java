/** What to write instead of a banned command or setting: edits of the files' own text, each proved to change nothing else. */
package io.github.migratemaven.scan.fix;
