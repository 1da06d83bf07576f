package io.github.migratemaven.jpa;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The unit of {@code persistence.xml} that is meant, or without such a file the project's mapped classes. */
final class UnitChoice {
    private static final String XML = "META-INF/persistence.xml";
    private static final String ORM = "META-INF/orm.xml";

    private final ExportRequest request;
    private final Optional<PersistenceUnit> unit;

    private UnitChoice(ExportRequest request, Optional<PersistenceUnit> unit) {
        this.request = request;
        this.unit = unit;
    }

    /** @throws io.github.migratemaven.model.MigrateException when there are several, or not the one that was named */
    static UnitChoice of(ExportRequest request) {
        return new UnitChoice(request, unit(request));
    }

    String name() {
        return unit.map(PersistenceUnit::name).orElse("default");
    }

    Map<String, String> properties() {
        return unit.map(PersistenceUnit::properties).orElse(Map.of());
    }

    private static Optional<PersistenceUnit> unit(ExportRequest request) {
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

    /**
     * What it consists of.
     *
     * @throws io.github.migratemaven.model.MigrateException when that is nothing
     */
    List<String> classes() throws IOException {
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
        if (!entities && mappings().isEmpty()) {
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
    List<String> mappings() {
        List<String> mappings =
                new ArrayList<>(unit.map(PersistenceUnit::mappings).orElse(List.of()));
        if (!mappings.contains(ORM) && Files.exists(request.classes().resolve(ORM))) {
            mappings.add(ORM);
        }
        return mappings;
    }
}
