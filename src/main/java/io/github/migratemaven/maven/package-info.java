/** What Maven has and our ports ask for: credentials, artifacts, its log. */
package io.github.migratemaven.maven;
