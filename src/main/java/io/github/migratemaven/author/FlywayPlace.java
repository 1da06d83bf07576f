package io.github.migratemaven.author;

import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.sql.StatementTraits;
import io.github.migratemaven.sql.TransactionNeed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Flyway's layout: a {@code V} file for each migration, beside the one with the highest version and numbered as that. What Flyway
 * could not tell from the SQL stands in the script's configuration, {@code V….sql.conf}. Undo migrations are of its paid editions:
 * none is written.
 */
final class FlywayPlace implements ChangesetPlace {
    private static final Pattern VERSIONED = Pattern.compile("[VB](\\d+(?:[._]\\d+)*)(?:__.*)?");

    private final ChangelogFiles files;
    private final Clock clock;

    FlywayPlace(ChangelogFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    @Override
    public boolean putsRepeatableLast() {
        return true;
    }

    @Override
    public boolean keepsRollbacks() {
        return false;
    }

    @Override
    public Edit edit(ChangesetName name, List<DraftChangeset> drafts, List<Changeset> before) throws IOException {
        Optional<FlywayNumber> last = Optional.empty();
        Path folder = files.master();
        for (Changeset changeset : before) {
            Matcher versioned = VERSIONED.matcher(changeset.identity().id());
            if (versioned.matches()) {
                FlywayNumber number = FlywayNumber.of(versioned.group(1));
                if (last.isEmpty() || number.compareTo(last.get()) > 0) {
                    last = Optional.of(number);
                }
                // The changelog has them in the order of their versions. Java's are elsewhere.
                if (changeset.position().file().endsWith(".sql")) {
                    folder =
                            files.project().resolve(changeset.position().file()).getParent();
                }
            }
        }
        List<NewText> written = new ArrayList<>();
        List<String> identities = new ArrayList<>();
        for (DraftChangeset draft : drafts) {
            FlywayNumber number = last.map(l -> l.next(clock)).orElse(FlywayNumber.of("1"));
            String id = "V" + number.text() + "__" + name.joined("_")
                    + (identities.isEmpty() ? "" : "_" + (identities.size() + 1));
            String text = PlainSql.migration(draft);
            written.add(new NewText(folder.resolve(id + ".sql"), false, text));
            String settings = settings(draft, text);
            if (!settings.isEmpty()) {
                written.add(new NewText(folder.resolve(id + ".sql.conf"), false, settings));
            }
            identities.add("flyway:" + id);
            last = Optional.of(number);
        }
        return new Edit(written, Optional.empty(), "", identities);
    }

    private static String settings(DraftChangeset draft, String text) {
        // CONCURRENTLY and its like are recognised by Flyway itself; a block that commits is not.
        boolean commits = !draft.transactional()
                && draft.steps().stream()
                        .noneMatch(sql -> StatementTraits.analyze(sql, 18).need() == TransactionNeed.FORBIDDEN);
        return (commits ? "executeInTransaction=false\n" : "")
                + (text.contains("${") ? "placeholderReplacement=false\n" : "");
    }
}
