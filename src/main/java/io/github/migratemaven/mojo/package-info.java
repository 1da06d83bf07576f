/** One class a goal, a small base, and the composition root that builds the services. */
package io.github.migratemaven.mojo;
