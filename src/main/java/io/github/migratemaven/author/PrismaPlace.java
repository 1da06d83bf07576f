package io.github.migratemaven.author;

import io.github.migratemaven.model.Changeset;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prisma's layout: a folder for each migration, its name beginning with the time, the way back beside it as {@code down.sql}. */
final class PrismaPlace implements ChangesetPlace {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final Pattern STAMPED = Pattern.compile("(\\d{14})_.*");

    private final Path folder;
    private final Clock clock;

    PrismaPlace(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public Edit edit(ChangesetName name, List<DraftChangeset> drafts, List<Changeset> before) throws IOException {
        LocalDateTime time = first(before);
        List<NewText> files = new ArrayList<>();
        List<String> identities = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            String id = STAMP.format(time.plusSeconds(i)) + "_" + name.joined("_") + (i == 0 ? "" : "_" + (i + 1));
            files.add(
                    new NewText(folder.resolve(id).resolve("migration.sql"), false, PlainSql.migration(drafts.get(i))));
            files.add(new NewText(folder.resolve(id).resolve("down.sql"), false, PlainSql.rollback(drafts.get(i))));
            identities.add("prisma:" + id);
        }
        return new Edit(files, Optional.empty(), "", identities);
    }

    /** Now, but behind the last one, whose author's clock may be ahead of ours. */
    private LocalDateTime first(List<Changeset> before) {
        LocalDateTime now = LocalDateTime.now(clock.withZone(ZoneOffset.UTC)).withNano(0);
        Matcher last = STAMPED.matcher(
                before.isEmpty() ? "" : before.get(before.size() - 1).identity().id());
        if (last.matches()) {
            try {
                LocalDateTime next = LocalDateTime.parse(last.group(1), STAMP).plusSeconds(1);
                return next.isAfter(now) ? next : now;
            } catch (DateTimeParseException e) {
                // Fourteen digits that are no time.
                return now;
            }
        }
        return now;
    }
}
