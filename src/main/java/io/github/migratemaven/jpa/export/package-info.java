/** What runs in that JVM, beside the project's own Hibernate: the JDK and reflection only. */
package io.github.migratemaven.jpa.export;
