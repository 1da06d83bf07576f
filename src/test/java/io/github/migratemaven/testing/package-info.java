/** What every test may use: a real server and a fresh database for each test. */
package io.github.migratemaven.testing;
