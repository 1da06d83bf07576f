package io.github.migratemaven.jpa;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Position;
import java.util.List;

/** Why there is no DDL of the entities, for people. */
final class ExportFailures {
    private ExportFailures() {}

    static MigrateException noHibernate() {
        return invalid(
                "no-hibernate",
                "the desired schema is that of the JPA entities, but the project's class path has no Hibernate",
                "Add org.hibernate.orm:hibernate-core (before version 6: org.hibernate:hibernate-core), in scope provided where a"
                        + " server brings it. Other providers' entities are usually Hibernate's, too.");
    }

    static MigrateException notCompiled(String folder) {
        return invalid(
                "classes-not-compiled",
                folder + " has no classes: the entities are not compiled",
                "Compile in the same build: mvn process-classes migrate:diff.");
    }

    static MigrateException stale(String source) {
        return new MigrateException(Failure.InvalidInput.at(
                Position.ofFile(source),
                "classes-stale",
                "this source is newer than its class, or has none",
                "Compile in the same build: mvn process-classes migrate:diff."));
    }

    static MigrateException noEntities(String place) {
        return invalid(
                "no-entities",
                "there is no class with @Entity in " + place,
                "Where the entities are in a dependency, name their packages: -Dmigrate.jpaPackages=com.acme.domain.");
    }

    static MigrateException unknownUnit(String file, String name, List<String> names) {
        return new MigrateException(Failure.InvalidInput.at(
                Position.ofFile(file),
                "unknown-persistence-unit",
                "there is no persistence unit \"" + name + "\"",
                names.isEmpty()
                        ? "Write the unit, or leave migrate.persistenceUnit away."
                        : "It has: " + listed(names)));
    }

    static MigrateException severalUnits(String file, List<String> names) {
        return new MigrateException(Failure.InvalidInput.at(
                Position.ofFile(file),
                "several-persistence-units",
                "there are several persistence units: " + listed(names),
                "Say which with -Dmigrate.persistenceUnit=" + names.get(0) + "."));
    }

    static MigrateException unreadable(String file, String why) {
        return new MigrateException(Failure.InvalidInput.at(
                Position.ofFile(file), "jpa-not-read", "it cannot be read: " + why, "Correct the file."));
    }

    /** @param reason Hibernate's own words */
    static MigrateException failed(String reason, String log) {
        boolean newer = reason.contains("UnsupportedClassVersionError");
        return invalid(
                "hibernate-failed",
                "Hibernate exports no schema of the entities: " + reason,
                newer
                        ? "The classes are compiled for a newer Java than the one that runs Maven: run Maven with that one."
                        : "Correct the mapping; what Hibernate logged is in " + log + ".");
    }

    static MigrateException notRun(String why) {
        return new MigrateException(new Failure.Unavailable(
                "hibernate-not-run",
                "the JVM that runs Hibernate's schema export did not end well: " + why,
                "Run again with -X, and see that java.home is a whole Java."));
    }

    private static MigrateException invalid(String code, String message, String hint) {
        return new MigrateException(Failure.InvalidInput.of(code, message, hint));
    }

    private static String listed(List<String> names) {
        return String.join(", ", names);
    }
}
