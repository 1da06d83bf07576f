package io.github.migratemaven.scan.catalog;

import io.github.migratemaven.model.Severity;

/**
 * One entry of the catalogue.
 *
 * @param id stable kebab-case name, for example {@code prisma-db-push}
 * @param tool for example {@code Prisma}
 * @param severity of a finding that is reached from a build, CI, image or deploy
 * @param why what it can do to a database, one sentence
 * @param instead what to do, one sentence, with a concrete replacement
 * @param link the tool's own documentation
 */
public record Banned(String id, String tool, Severity severity, String why, String instead, String link) {}
