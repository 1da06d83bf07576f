package io.github.migratemaven.jpa;

import io.github.migratemaven.jpa.export.ExportOrder;
import io.github.migratemaven.model.MigrateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** The DDL of the project's entities, as its own Hibernate writes it. */
public final class HibernateExport {
    private static final String PROVIDER = "org/hibernate/jpa/HibernatePersistenceProvider.class";
    private static final String SPRING = "org/springframework/boot/SpringApplication.class";

    private final ExportRequest request;

    public HibernateExport(ExportRequest request) {
        this.request = request;
    }

    /**
     * What came of it.
     *
     * @param ddl statements that end with a semicolon
     * @param classes how many classes Hibernate was told of
     * @param namedBySpring whether tables and columns have the names that Spring Boot would give them
     */
    public record Exported(String ddl, int classes, boolean namedBySpring) {}

    /** @throws MigrateException that says which of its conditions is missing, or what Hibernate does not like */
    public Exported export() {
        try {
            return exported();
        } catch (IOException e) {
            throw ExportFailures.notRun(String.valueOf(e));
        }
    }

    private Exported exported() throws IOException {
        if (request.packages().isEmpty() && !CompiledSources.hasClasses(request.classes())) {
            throw ExportFailures.notCompiled(request.shown(request.classes()));
        }
        if (!onClassPath(PROVIDER)) {
            throw ExportFailures.noHibernate();
        }
        UnitChoice choice = UnitChoice.of(request);
        List<String> classes = choice.classes();
        Optional<Path> newer = CompiledSources.newer(request, classes);
        if (newer.isPresent()) {
            throw ExportFailures.stale(request.shown(newer.get()));
        }
        Map<String, String> settings = new LinkedHashMap<>();
        settings.putAll(UnitSettings.withoutDatabase(choice.properties()));
        settings.putAll(UnitSettings.withoutDatabase(request.settings()));
        String ddl = ddl(new ExportOrder(
                choice.name(),
                classes,
                choice.mappings(),
                settings,
                request.folder().resolve("entities.sql"),
                request.folder().resolve("failure.txt")));
        boolean spring = onClassPath(SPRING) && !settings.containsKey("hibernate.physical_naming_strategy");
        return new Exported(ddl, classes.size(), spring);
    }

    /** The script of the last build, where nothing that it depends on has changed since; otherwise a new one. */
    private String ddl(ExportOrder order) throws IOException {
        Path key = request.folder().resolve("entities.key");
        String now = ExportKey.of(
                Stream.concat(path().stream(), Stream.of(ForkedExport.ownCode()))
                        .toList(),
                order);
        if (Files.exists(order.script())
                && Files.exists(key)
                && Files.readString(key).equals(now)) {
            return Files.readString(order.script());
        }
        Files.createDirectories(request.folder());
        Files.deleteIfExists(key);
        Files.deleteIfExists(order.script());
        Files.deleteIfExists(order.failure());
        int exit = new ForkedExport(request.folder()).run(path(), order);
        String log = request.shown(request.folder().resolve("hibernate.log"));
        if (Files.exists(order.failure())) {
            throw ExportFailures.failed(HibernateWords.of(Files.readString(order.failure())), log);
        }
        if (exit != 0 || !Files.exists(order.script())) {
            throw ExportFailures.notRun("exit code " + exit + "; its output is in " + log);
        }
        Files.writeString(key, now);
        return Files.readString(order.script());
    }

    private List<Path> path() {
        return Stream.concat(Stream.of(request.classes()), request.classPath().stream())
                .toList();
    }

    private boolean onClassPath(String resource) throws IOException {
        for (Path place : path()) {
            if (Files.isDirectory(place)) {
                if (Files.exists(place.resolve(resource))) {
                    return true;
                }
            } else if (Files.isRegularFile(place)) {
                try (ZipFile jar = new ZipFile(place.toFile())) {
                    if (jar.getEntry(resource) != null) {
                        return true;
                    }
                } catch (java.util.zip.ZipException e) {
                    // A dependency of another type: a pom, a native library.
                    continue;
                }
            }
        }
        return false;
    }
}
