/** JPA entities as DDL: finds them in the project and has Hibernate export them, in a JVM of its own. */
package io.github.migratemaven.jpa;
