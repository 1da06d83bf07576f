package io.github.migratemaven.jpa;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The classes of a folder or jar that JPA has to be told of: it knows others only through these. */
final class MappedClasses {
    private static final Set<String> ANNOTATIONS = Set.of("Entity", "Embeddable", "MappedSuperclass", "Converter");
    private static final List<String> PREFIXES = List.of("Ljakarta/persistence/", "Ljavax/persistence/");

    private static final String PACKAGE = ".package-info";

    private final Set<String> names = new TreeSet<>();
    private boolean entities;

    /** @param packages with those below them; empty = all */
    static MappedClasses in(List<Path> places, Collection<String> packages) throws IOException {
        MappedClasses found = new MappedClasses();
        for (Path place : places) {
            if (Files.isDirectory(place)) {
                found.folder(place, packages);
            } else if (place.toString().endsWith(".jar") && Files.isRegularFile(place)) {
                found.jar(place, packages);
            }
        }
        return found;
    }

    List<String> names() {
        return List.copyOf(names);
    }

    /** Whether any of them is an entity, and so a table. */
    boolean hasEntities() {
        return entities;
    }

    private void folder(Path folder, Collection<String> packages) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                if (isIn(folder.relativize(file).toString().replace('\\', '/'), packages)) {
                    try (InputStream stream = Files.newInputStream(file)) {
                        look(stream.readAllBytes());
                    }
                }
            }
        }
    }

    private void jar(Path file, Collection<String> packages) throws IOException {
        try (ZipFile jar = new ZipFile(file.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) jar.stream().map(e -> (ZipEntry) e)::iterator) {
                if (entry.getName().endsWith(".class") && isIn(entry.getName(), packages)) {
                    look(jar.getInputStream(entry).readAllBytes());
                }
            }
        }
    }

    /** @param path of a class or its source, below its root; packages as in {@link #in} */
    static boolean isIn(String path, Collection<String> packages) {
        return packages.isEmpty() || packages.stream().anyMatch(p -> path.startsWith(p.replace('.', '/') + "/"));
    }

    private void look(byte[] bytes) {
        ClassAnnotations found;
        try {
            found = ClassAnnotations.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            // Whoever compiled it knows why: no JVM would load it either.
            return;
        }
        if (found.name().endsWith(PACKAGE)) {
            // Generators and types may be declared there; a provider is told of it by the package's name.
            if (found.types().stream()
                    .anyMatch(type -> type.contains("/persistence/") || type.contains("/hibernate/"))) {
                names.add(found.name().substring(0, found.name().length() - PACKAGE.length()));
            }
            return;
        }
        for (String prefix : PREFIXES) {
            for (String annotation : ANNOTATIONS) {
                if (found.types().contains(prefix + annotation + ";")) {
                    names.add(found.name());
                    entities |= annotation.equals("Entity");
                }
            }
        }
    }
}
