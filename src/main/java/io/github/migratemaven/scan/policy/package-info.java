/** What a project says about the ban: exceptions, severities, entries and files of its own. */
package io.github.migratemaven.scan.policy;
