/** The enforcer rules: adapters to what the goals do, too. */
package io.github.migratemaven.enforcer;
