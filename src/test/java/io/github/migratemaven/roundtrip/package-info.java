/** Our deploys and stock Liquibase's side by side, on changelogs that use every feature. */
package io.github.migratemaven.roundtrip;
