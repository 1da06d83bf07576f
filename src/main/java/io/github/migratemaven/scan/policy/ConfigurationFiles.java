package io.github.migratemaven.scan.policy;

import io.github.migratemaven.model.Position;
import io.github.migratemaven.scan.Place;
import io.github.migratemaven.scan.SourceFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files of a project's own that configure the ban. */
final class ConfigurationFiles {
    static final List<String> DEFAULTS = List.of(".migrate-ban.yml", ".migrate-ban.yaml");

    private static final long LARGEST = 1 << 20;

    private final Path root;

    ConfigurationFiles(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** The ban file: the named one, or the one that is there. */
    Optional<SourceFile> banFile(Optional<String> named) {
        if (named.isPresent()) {
            return Optional.of(read(named.get(), Place.named("banFile")));
        }
        List<String> there = new ArrayList<>();
        for (String name : DEFAULTS) {
            if (Files.exists(root.resolve(name))) {
                there.add(name);
            }
        }
        if (there.size() > 1) {
            throw place(there.get(1)).bad("There is " + there.get(0) + ", too", "Keep one of them.");
        }
        return there.isEmpty() ? Optional.empty() : Optional.of(readInside(there.get(0), place(there.get(0))));
    }

    /** A file that the POM names: wherever it is. */
    SourceFile read(String path, Place asked) {
        return read(resolve(path, asked), path, asked);
    }

    /** A file that the project itself names: below the root, whatever links say. */
    SourceFile readInside(String path, Place asked) {
        Path file = resolve(path, asked);
        try {
            if (Files.exists(file) && !file.toRealPath().startsWith(root.toRealPath())) {
                throw asked.bad(path + " leads out of " + root, "Keep it in the project, or name it in the POM.");
            }
        } catch (IOException e) {
            throw unreadable(path, asked, e);
        }
        return read(file, path, asked);
    }

    private Path resolve(String path, Place asked) {
        try {
            return root.resolve(path).normalize();
        } catch (InvalidPathException e) {
            throw asked.bad("\"" + path + "\" is no path", "Name a file, seen from " + root + ".");
        }
    }

    private SourceFile read(Path file, String path, Place asked) {
        if (!Files.isRegularFile(file)) {
            throw asked.bad("There is no file " + path, "It is looked for from " + root + ".");
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw asked.bad(path + " is larger than a megabyte", "Split it, or check what it is.");
            }
            String shown =
                    file.startsWith(root) ? root.relativize(file).toString().replace('\\', '/') : path;
            return new SourceFile(shown, Files.readString(file));
        } catch (CharacterCodingException e) {
            throw asked.bad(path + " is not UTF-8 text", "Save it as UTF-8.");
        } catch (IOException e) {
            throw unreadable(path, asked, e);
        }
    }

    private static RuntimeException unreadable(String path, Place asked, IOException e) {
        return asked.bad(path + " cannot be read: " + e.getMessage(), "Check its permissions.");
    }

    private static Place place(String file) {
        return Place.at(Position.ofFile(file));
    }
}
