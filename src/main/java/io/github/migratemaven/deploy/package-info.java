/** The use cases: status, plan, deploy, verify, resolve. Pure decisions here, databases and Liquibase behind ports. */
package io.github.migratemaven.deploy;
