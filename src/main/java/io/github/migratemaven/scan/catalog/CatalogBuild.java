package io.github.migratemaven.scan.catalog;

import io.github.migratemaven.scan.SourceFile;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The build's own step: reads our catalogue files and stores what they say beside {@link EntryCatalog}. YAML is for those who
 * write the catalogue; to read it again in every scan took 0.1 s, as long as Maven takes to read a plugin's dependencies.
 */
final class CatalogBuild {
    /** In the order of docs/bans.md. */
    static final List<String> FILES = List.of(
            "javascript.yaml",
            "jvm.yaml",
            "ruby-python-php.yaml",
            "dotnet-elixir.yaml",
            "migrators.yaml",
            "clients.yaml");

    private CatalogBuild() {}

    /** @param args the folder of the catalogue files, the folder of the compiled classes */
    public static void main(String[] args) throws IOException {
        Path stored = Path.of(args[1], EntryCatalog.class.getPackageName().replace(".", "/"))
                .resolve(EntryCatalog.STORED);
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(stored)))) {
            StoredEntries.write(entries(Path.of(args[0])), out);
        }
    }

    static List<Entry> entries(Path folder) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        for (String name : FILES) {
            files.add(new SourceFile(name, Files.readString(folder.resolve(name))));
        }
        return CatalogReader.read(files, List.of());
    }
}
