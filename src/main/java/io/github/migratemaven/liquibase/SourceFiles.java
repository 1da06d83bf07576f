package io.github.migratemaven.liquibase;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Position;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
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
            texts.put(path, read(path, null));
        }
        return Optional.ofNullable(texts.get(path));
    }

    /** @param encoding of a file that is not a changelog and not in UTF-8; null = as a changelog's */
    Optional<SourceText> text(String path, String encoding) {
        return encoding == null ? text(path) : Optional.ofNullable(read(path, encoding));
    }

    /** Refuses what Liquibase's parsers would take badly: other encodings, document types, YAML that grows without end. */
    void admit(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        if (name.endsWith(".xml")) {
            text(path).ifPresent(XmlDeclarations::refuseDocumentType);
        } else if (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json")) {
            declarations(path);
        }
    }

    private SourceText read(String path, String encoding) {
        String shown = path;
        try {
            Resource resource = resources.get(path);
            if (resource == null || !resource.exists()) {
                return null;
            }
            shown = show(resource.getUri(), path);
            try (InputStream in = resource.openInputStream()) {
                return SourceText.decode(shown, in.readAllBytes(), encoding);
            }
        } catch (IOException e) {
            throw new MigrateException(
                    Failure.InvalidInput.at(
                            Position.ofFile(shown),
                            "unreadable-file",
                            "the file cannot be read" + reason(shown),
                            "Check that it is a file and that this user may read it."),
                    e);
        }
    }

    private String reason(String shown) {
        Path file = base.resolve(shown);
        return Files.isDirectory(file)
                ? ": it is a folder"
                : Files.exists(file) && !Files.isReadable(file) ? ": permission denied" : "";
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
        List<DeclaredChangeset> known = declarations.get(path);
        if (known == null) {
            known = text(path).map(text -> declared(path, text)).orElse(List.of());
            declarations.put(path, known);
        }
        return known;
    }

    private static List<DeclaredChangeset> declared(String path, SourceText text) {
        String name = path.toLowerCase(Locale.ROOT);
        if (name.endsWith(".sql")) {
            return SqlDeclarations.read(text);
        }
        return name.endsWith(".xml") ? XmlDeclarations.read(text) : YamlDeclarations.read(text);
    }
}
