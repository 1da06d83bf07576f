/** What the build knows: where the target's address stands, settings.xml credentials, Spring's configuration. */
package io.github.migratemaven.maven;
