/** Reads shell text: words, commands, and what stands behind wrappers such as sudo, npx or sh -c. */
package io.github.migratemaven.scan.shell;
