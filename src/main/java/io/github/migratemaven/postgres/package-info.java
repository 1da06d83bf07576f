/** Sessions, run lock, history, journal and catalogue on a real server: the only package that imports pgjdbc. */
package io.github.migratemaven.postgres;
