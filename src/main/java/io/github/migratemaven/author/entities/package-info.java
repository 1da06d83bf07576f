/** A desired schema from what entities say of it: what they cannot express stays as the changelog makes it. */
package io.github.migratemaven.author.entities;
