/** Who dies, when, while what ran: each test is a row of the matrix in docs/crash-safety.md. */
package io.github.migratemaven.faults;
