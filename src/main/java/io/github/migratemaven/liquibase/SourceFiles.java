package io.github.migratemaven.liquibase;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Position;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import liquibase.resource.Resource;
import liquibase.resource.ResourceAccessor;

/** The files behind a changelog, read once: their text, and where they declare what. */
final class SourceFiles {
    private final ResourceAccessor resources;
    private final Path base;
    private final Map<String, SourceText> texts = new HashMap<>();
    private final Map<String, List<DeclaredChangeset>> declarations = new HashMap<>();

    SourceFiles(ResourceAccessor resources, Path base) {
        this.resources = resources;
        this.base = base.toAbsolutePath().normalize();
    }

    /** @param path as Liquibase knows it; empty when there is no such file */
    Optional<SourceText> text(String path) {
        if (!texts.containsKey(path)) {
            texts.put(path, read(path));
        }
        return Optional.ofNullable(texts.get(path));
    }

    private SourceText read(String path) {
        String shown = path;
        try {
            Resource resource = resources.get(path);
            if (resource == null || !resource.exists()) {
                return null;
            }
            shown = show(resource.getUri(), path);
            try (InputStream in = resource.openInputStream()) {
                return SourceText.decode(shown, in.readAllBytes());
            }
        } catch (IOException e) {
            throw new MigrateException(
                    Failure.InvalidInput.at(
                            Position.ofFile(shown),
                            "unreadable-file",
                            "the file cannot be read: " + e.getClass().getSimpleName(),
                            "Check that it is there and that this user may read it."),
                    e);
        }
    }

    /** How a path of Liquibase's is shown to a person: relative to the project. */
    String shown(String path) {
        return text(path).map(SourceText::file).orElse(path);
    }

    private String show(URI uri, String path) {
        if (!"file".equals(uri.getScheme())) {
            return path;
        }
        Path file = Path.of(uri).toAbsolutePath().normalize();
        String name = (file.startsWith(base) ? base.relativize(file) : file).toString();
        return name.replace('\\', '/');
    }

    List<DeclaredChangeset> declarations(String path) {
        return declarations.computeIfAbsent(
                path, p -> text(p).map(text -> declared(p, text)).orElse(List.of()));
    }

    private static List<DeclaredChangeset> declared(String path, SourceText text) {
        String name = path.toLowerCase(Locale.ROOT);
        if (name.endsWith(".sql")) {
            return SqlDeclarations.read(text.text());
        }
        return name.endsWith(".xml") ? XmlDeclarations.read(text) : YamlDeclarations.read(text.text());
    }
}
