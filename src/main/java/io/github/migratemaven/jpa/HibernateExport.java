package io.github.migratemaven.jpa;

import io.github.migratemaven.jpa.export.ExportOrder;
import io.github.migratemaven.model.MigrateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** The DDL of the project's entities, as its own Hibernate writes it. */
public final class HibernateExport {
    private static final String PROVIDER = "org/hibernate/jpa/HibernatePersistenceProvider.class";
    private static final String SPRING = "org/springframework/boot/SpringApplication.class";
    private static final String XML = "META-INF/persistence.xml";
    private static final String ORM = "META-INF/orm.xml";

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
        Optional<PersistenceUnit> unit = unit();
        List<String> classes = classes(unit);
        List<String> mappings = mappings(unit);
        Optional<Path> newer = CompiledSources.newer(request.sources(), request.classes(), classes);
        if (newer.isPresent()) {
            throw ExportFailures.stale(request.shown(newer.get()));
        }
        Files.createDirectories(request.folder());
        Path script = request.folder().resolve("entities.sql");
        Path failure = request.folder().resolve("failure.txt");
        Files.deleteIfExists(script);
        Files.deleteIfExists(failure);
        Map<String, String> settings = new LinkedHashMap<>();
        unit.ifPresent(u -> settings.putAll(UnitSettings.withoutDatabase(u.properties())));
        settings.putAll(UnitSettings.withoutDatabase(request.settings()));
        int exit = new ForkedExport(request.folder())
                .run(
                        path(),
                        new ExportOrder(
                                unit.map(PersistenceUnit::name).orElse("default"),
                                classes,
                                mappings,
                                settings,
                                script,
                                failure));
        String log = request.shown(request.folder().resolve("hibernate.log"));
        if (Files.exists(failure)) {
            throw ExportFailures.failed(HibernateWords.of(Files.readString(failure)), log);
        }
        if (exit != 0 || !Files.exists(script)) {
            throw ExportFailures.notRun("exit code " + exit + "; its output is in " + log);
        }
        boolean spring = onClassPath(SPRING) && !settings.containsKey("hibernate.physical_naming_strategy");
        return new Exported(Files.readString(script), classes.size(), spring);
    }

    private List<Path> path() {
        return Stream.concat(Stream.of(request.classes()), request.classPath().stream())
                .toList();
    }

    private Optional<PersistenceUnit> unit() {
        Path file = request.classes().resolve(XML);
        String shown = request.shown(file);
        try {
            List<PersistenceUnit> units = Files.exists(file) ? PersistenceXml.read(file) : List.of();
            List<String> names = units.stream().map(PersistenceUnit::name).toList();
            if (request.unit().isPresent()) {
                String name = request.unit().get();
                return Optional.of(units.stream()
                        .filter(u -> u.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> ExportFailures.unknownUnit(shown, name, names)));
            }
            if (units.size() > 1) {
                throw ExportFailures.severalUnits(shown, names);
            }
            return units.stream().findFirst();
        } catch (IOException e) {
            throw ExportFailures.unreadable(shown, e.getMessage());
        }
    }

    private List<String> classes(Optional<PersistenceUnit> unit) throws IOException {
        List<Path> places = new ArrayList<>(List.of(request.classes()));
        if (!request.packages().isEmpty()) {
            places.addAll(request.classPath());
        }
        unit.ifPresent(u -> u.jars().forEach(jar -> named(jar).ifPresent(places::add)));
        TreeSet<String> names = new TreeSet<>(unit.map(PersistenceUnit::classes).orElse(List.of()));
        boolean entities = !names.isEmpty();
        if (!unit.map(PersistenceUnit::listedOnly).orElse(false)) {
            MappedClasses found = MappedClasses.in(places, request.packages());
            names.addAll(found.names());
            entities |= found.hasEntities();
        }
        if (!entities && mappings(unit).isEmpty()) {
            throw ExportFailures.noEntities(
                    request.packages().isEmpty()
                            ? request.shown(request.classes())
                            : "the packages " + String.join(", ", request.packages()));
        }
        return List.copyOf(names);
    }

    /** {@code <jar-file>lib/domain.jar</jar-file>}: in a build it is the dependency of that name. */
    private Optional<Path> named(String jar) {
        String name = jar.substring(jar.lastIndexOf('/') + 1);
        return request.classPath().stream()
                .filter(path -> path.getFileName().toString().equals(name))
                .findFirst();
    }

    /** {@code orm.xml} belongs to the unit without being named (JPA, "XML Descriptor"). */
    private List<String> mappings(Optional<PersistenceUnit> unit) {
        List<String> mappings =
                new ArrayList<>(unit.map(PersistenceUnit::mappings).orElse(List.of()));
        if (!mappings.contains(ORM) && Files.exists(request.classes().resolve(ORM))) {
            mappings.add(ORM);
        }
        return mappings;
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
