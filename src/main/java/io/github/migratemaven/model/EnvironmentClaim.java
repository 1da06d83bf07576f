package io.github.migratemaven.model;

import java.util.Optional;

/**
 * What a build says of its target's environment, held against what the target itself carries: its stamp, set by the first
 * deploy that named an environment (docs/decisions/013-environment-stamp.md).
 *
 * @param given {@code migrate.environment} where somebody wrote it down; empty for the default
 * @param embedded whether the target is the project's own dev server, which no other database can be taken for
 * @param ci whether a pipeline runs this
 * @param confirm {@code migrate.confirm}: the database's name, as somebody typed it
 */
public record EnvironmentClaim(Optional<Environment> given, boolean embedded, boolean ci, Optional<String> confirm) {
    /** Says nothing. */
    public static final EnvironmentClaim NONE = new EnvironmentClaim(Optional.empty(), false, false, Optional.empty());

    /** What a deploy stamps its target with; empty when nobody said what it is for. */
    public Optional<Environment> stamp() {
        return given.isEmpty() && embedded ? Optional.of(Environment.DEVELOPMENT) : given;
    }

    /**
     * Why a deploy must not go on: it was meant for another environment.
     *
     * @param stamp what the target carries; empty for none
     * @param database its name
     */
    public Optional<Failure> contradicts(Optional<Environment> stamp, String database) {
        Optional<Failure> other = otherDatabase(database);
        return other.isEmpty() && confirm.isEmpty() ? mismatch(stamp, database) : other;
    }

    /**
     * Why a goal that destroys something must not run.
     *
     * @param goal without its prefix
     * @param stamp what the target carries; empty for none
     * @param database its name
     */
    public Optional<Failure> forbids(String goal, Optional<Environment> stamp, String database) {
        return otherDatabase(database)
                .or(() -> stamp.isPresent() ? isProtected(goal, stamp.get(), database) : unknown(goal, database))
                .or(() -> mismatch(stamp, database))
                .or(() -> ci && confirm.isEmpty() ? unconfirmed(goal, database) : Optional.empty());
    }

    private Optional<Failure> otherDatabase(String database) {
        if (confirm.isEmpty() || confirm.get().equals(database)) {
            return Optional.empty();
        }
        return Optional.of(Failure.Refused.of(
                "confirm-mismatch",
                "migrate.confirm names the database \"" + confirm.get() + "\", but the target is \"" + database + "\"",
                "Check the target with mvn migrate:target; then name the database that you mean."));
    }

    private Optional<Failure> mismatch(Optional<Environment> stamp, String database) {
        if (stamp.isEmpty() || given.isEmpty() || stamp.equals(given)) {
            return Optional.empty();
        }
        return Optional.of(Failure.Refused.of(
                "environment-mismatch",
                "this build is for " + given.get().word() + ", but database \"" + database + "\" is stamped "
                        + stamp.get().word(),
                "Check the target with mvn migrate:target. If the stamp is wrong: " + anew(given.get(), database)
                        + whatWins()));
    }

    private Optional<Failure> isProtected(String goal, Environment stamp, String database) {
        if (isExpendable(stamp)) {
            return Optional.empty();
        }
        return Optional.of(Failure.Refused.of(
                "environment-protected",
                "migrate:" + goal + " does not run here: database \"" + database + "\" is stamped " + stamp.word(),
                "It runs on development and preview only. If the stamp is wrong (a copy of production has"
                        + " production's): " + anew(Environment.DEVELOPMENT, database) + whatWins()));
    }

    /** An environment in a POM says what its author meant, not what this database is: somebody must name the database. */
    private Optional<Failure> unknown(String goal, String database) {
        boolean named = given.filter(EnvironmentClaim::isExpendable).isPresent() && confirm.isPresent();
        if (embedded || named) {
            return Optional.empty();
        }
        return Optional.of(Failure.Refused.of(
                "environment-unknown",
                "migrate:" + goal + " does not run here: nothing in database \"" + database + "\" says what it is for",
                "If it is for development: " + anew(Environment.DEVELOPMENT, database) + " Or add both to this goal."
                        + whatWins()));
    }

    private static Optional<Failure> unconfirmed(String goal, String database) {
        return Optional.of(Failure.Refused.of(
                "confirm-missing",
                "migrate:" + goal + " runs in a pipeline only where the database is named",
                "If it is \"" + database + "\" that you mean, add -Dmigrate.confirm=" + database + "."));
    }

    /** For the same target: without its switch, the dev server's cure would stamp what DATABASE_URL names. */
    private String anew(Environment environment, String database) {
        return "mvn migrate:deploy" + (embedded ? " -Dmigrate.embedded=true" : "") + " -Dmigrate.environment="
                + environment.word() + " -Dmigrate.confirm=" + database + " stamps it anew.";
    }

    /** For who typed another one than the goal got. */
    private String whatWins() {
        return given.isPresent() ? " An <environment> in the POM wins over -Dmigrate.environment." : "";
    }

    private static boolean isExpendable(Environment environment) {
        return environment == Environment.DEVELOPMENT || environment == Environment.PREVIEW;
    }
}
