package io.github.migratemaven.author;

import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Position;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a changelog grows: at its end, in the manner of what stands there. */
final class ChangelogPlace implements ChangesetPlace {
    private static final int DEEPEST = 10;

    private final ChangelogFiles files;
    private final Clock clock;

    ChangelogPlace(ChangelogFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    @Override
    public Edit edit(ChangesetName name, List<DraftChangeset> drafts, List<Changeset> before) throws IOException {
        return edit(files.master(), name, drafts, 0);
    }

    private static Edit edit(
            Path file,
            boolean append,
            String content,
            Optional<Path> list,
            String listText,
            List<DraftChangeset> drafts) {
        return new Edit(
                List.of(new NewText(file, append, content)),
                list,
                listText,
                drafts.stream().map(d -> d.author() + ":" + d.id()).toList());
    }

    private Edit edit(Path changelog, ChangesetName name, List<DraftChangeset> drafts, int depth) throws IOException {
        ListSyntax syntax = ListSyntax.of(changelog.getFileName().toString());
        String text = Files.readString(changelog, StandardCharsets.UTF_8);
        if (syntax == null) {
            String gap = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
            return edit(changelog, true, gap + FormattedSql.appended(drafts), Optional.empty(), "", drafts);
        }
        List<ListEntry> entries = syntax.entries(text);
        ListEntry last = entries.isEmpty() ? null : entries.get(entries.size() - 1);
        if (last != null && last.isIncludeAll()) {
            Path folder =
                    resolve(changelog, last).filter(Files::isDirectory).orElseThrow(() -> notFound(changelog, last));
            return file(folder, newest(folder), name, drafts, Optional.empty(), path -> "");
        }
        if (last != null && last.isInclude() && depth < DEEPEST) {
            Path included =
                    resolve(changelog, last).filter(Files::isRegularFile).orElseThrow(() -> notFound(changelog, last));
            if (lists(included)) {
                return edit(included, name, drafts, depth + 1);
            }
        }
        Optional<ListEntry> example = plain(entries);
        if (example.isEmpty()) {
            Path folder = changelog.resolveSibling("changes");
            return file(
                    folder,
                    newest(folder),
                    name,
                    drafts,
                    Optional.of(changelog),
                    file -> syntax.with(text, entries, syntax.include(text, entries, "changes/" + file)));
        }
        Path before = resolve(changelog, example.get()).orElseThrow(() -> notFound(changelog, example.get()));
        String path = example.get().path();
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        Optional<String> newest = Optional.of(before.getFileName().toString());
        return file(
                before.getParent(),
                newest,
                name,
                drafts,
                Optional.of(changelog),
                file -> syntax.with(text, entries, example.get().withPath(folder + file)));
    }

    private Edit file(
            Path folder,
            Optional<String> before,
            ChangesetName name,
            List<DraftChangeset> drafts,
            Optional<Path> list,
            java.util.function.UnaryOperator<String> listText) {
        ChangesetFormat format = before.map(ChangesetFormat::ofFile).orElse(ChangesetFormat.SQL);
        String file = new FileNaming(before, clock).next(name, format);
        return edit(folder.resolve(file), false, format.file(drafts), list, listText.apply(file), drafts);
    }

    /** Whether a file is a list of others and not of changesets. */
    private static boolean lists(Path file) throws IOException {
        ListSyntax syntax = ListSyntax.of(file.getFileName().toString());
        if (syntax == null) {
            return false;
        }
        List<ListEntry> entries = syntax.entries(Files.readString(file, StandardCharsets.UTF_8));
        return !entries.isEmpty()
                && entries.stream().noneMatch(e -> e.kind().equals("changeSet"))
                && entries.stream().anyMatch(e -> e.isInclude() || e.isIncludeAll());
    }

    private static Optional<ListEntry> plain(List<ListEntry> entries) {
        return entries.stream().filter(ListEntry::plain).reduce((first, second) -> second);
    }

    private Optional<Path> resolve(Path changelog, ListEntry entry) {
        String path = entry.path().replaceFirst("^classpath:/?", "");
        if (entry.relative()) {
            return Optional.of(changelog.resolveSibling(path).normalize());
        }
        return Stream.concat(files.roots().stream(), Stream.of(files.project()))
                .map(root -> root.resolve(path.replaceFirst("^/", "")).normalize())
                .filter(Files::exists)
                .findFirst();
    }

    /** The last by name, as {@code includeAll} orders them. */
    private static Optional<String> newest(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(f -> f.getFileName().toString())
                    .filter(f -> f.matches("(?i).+\\.(sql|ya?ml|xml|json)"))
                    .sorted()
                    .reduce((first, second) -> second);
        }
    }

    private MigrateException notFound(Path changelog, ListEntry entry) {
        return new MigrateException(Failure.InvalidInput.at(
                Position.ofFile(files.shown(changelog)),
                "include-not-followed",
                "it includes " + entry.path() + ", which is not a file of this project",
                "A new changeset goes behind the last one; list a file of the project last."));
    }
}
