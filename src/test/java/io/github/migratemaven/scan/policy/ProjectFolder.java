package io.github.migratemaven.scan.policy;

import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.Severity;
import io.github.migratemaven.scan.engine.Bans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** A project to scan, as of 2026-11-22. */
final class ProjectFolder {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final Path root;

    ProjectFolder(Path root) {
        this.root = root;
    }

    ProjectFolder with(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    List<Finding> findings(BanSettings settings) {
        return Bans.scan(root, PolicyReader.read(root, settings), TODAY).findings();
    }

    /** {@code severity file:line id} of each. */
    List<String> shown(BanSettings settings) {
        return findings(settings).stream().map(ProjectFolder::shown).toList();
    }

    List<String> shown() {
        return shown(new BanSettings());
    }

    static String shown(Finding finding) {
        Severity severity = finding.severity();
        String where = finding.position()
                .map(at -> at.line() == 0 ? at.file() : at.file() + ":" + at.line())
                .orElse("-");
        return severity.word() + " " + where + " " + finding.id();
    }
}
