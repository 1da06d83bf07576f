package io.github.migratemaven.liquibase;

import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.Changeset.Selection;
import io.github.migratemaven.model.ChangesetId;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.change.Change;
import liquibase.change.DbmsTargetedChange;
import liquibase.change.core.TagDatabaseChange;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.filter.ChangeSetFilter;
import liquibase.changelog.filter.ChangeSetFilterResult;
import liquibase.changelog.filter.ContextChangeSetFilter;
import liquibase.changelog.filter.DbmsChangeSetFilter;
import liquibase.changelog.filter.LabelChangeSetFilter;
import liquibase.database.Database;
import liquibase.database.DatabaseList;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.util.LiquibaseUtil;

/** Liquibase's changesets as values of ours, each with its place. */
final class ChangesetTranslation {
    private static final int LONGEST = 255;

    private final SourceFiles files;
    private final Database offline;
    private final List<ChangeSetFilter> filters;
    private final Checksums checksums;
    private final Map<String, Integer> seenDeclarations = new HashMap<>();
    private final Map<ChangesetId, Position> seen = new HashMap<>();
    private final String engineVersion = LiquibaseUtil.getBuildVersion();

    ChangesetTranslation(SourceFiles files, Database offline, Contexts contexts, LabelExpression labels) {
        this.files = files;
        this.offline = offline;
        checksums = new Checksums(offline);
        filters = List.of(
                new ContextChangeSetFilter(contexts),
                new LabelChangeSetFilter(labels),
                new DbmsChangeSetFilter(offline));
    }

    List<TranslatedChangeset> translate(DatabaseChangeLog changelog) {
        List<TranslatedChangeset> result = new ArrayList<>();
        for (ChangeSet original : changelog.getChangeSets()) {
            result.add(translate(original));
        }
        return result;
    }

    private TranslatedChangeset translate(ChangeSet original) {
        String file = physicalFile(original);
        Optional<DeclaredChangeset> declared = declaration(file, original);
        Position position = declared.flatMap(d -> files.text(file).map(text -> text.position(d.start())))
                .orElseGet(() -> new Position(files.shown(file), 1, 1));
        ChangesetId identity = new ChangesetId(original.getId(), original.getAuthor(), original.getFilePath());
        check(identity, position);
        // First: the filters also take away what modifySql has for other databases, contexts and labels, and only what
        // is
        // left goes into the checksum.
        Selection selection = selection(original, position);
        String checksum = checksum(original, position);
        Changeset changeset = new Changeset(
                identity,
                position,
                checksum,
                stored -> checksum.equals(stored) || checksums.accepts(original, stored),
                recorded(original),
                rules(original),
                selection);
        return new TranslatedChangeset(changeset, original, declared);
    }

    static String physicalFile(ChangeSet original) {
        DatabaseChangeLog log = original.getChangeLog();
        String physical = log == null ? null : log.getPhysicalFilePath();
        return physical == null ? original.getFilePath() : physical;
    }

    private void check(ChangesetId identity, Position position) {
        String file = position.file();
        required(identity.id(), "id", position, "Give it an id that is unique in " + file + ".");
        required(identity.author(), "author", position, "Say who wrote it: with the id it is the changeset's name.");
        limited(identity.id(), "id", position);
        limited(identity.author(), "author", position);
        limited(identity.path(), "path", position);
        Position earlier = seen.put(identity, position);
        if (earlier == null) {
            return;
        }
        if (earlier.equals(position) && position.line() > 0) {
            throw invalid(
                    position,
                    "duplicate-changeset",
                    file + " is included twice, and with it changeset \"" + identity.id() + "\" by "
                            + identity.author(),
                    "Remove one of the includes (includeAll counts, too).");
        }
        throw invalid(
                position,
                "duplicate-changeset",
                "changeset \"" + identity.id() + "\" by " + identity.author() + " is there twice, first at " + earlier,
                "Give one of them another id; id, author and path together must be unique.");
    }

    private static void required(String value, String what, Position position, String hint) {
        if (value == null || value.isBlank()) {
            throw invalid(position, "changeset-without-" + what, "a changeset has no " + what, hint);
        }
    }

    /** Columns of Liquibase's history table. */
    private static void limited(String value, String what, Position position) {
        int length = value.codePointCount(0, value.length());
        if (length > LONGEST) {
            throw invalid(
                    position,
                    "changeset-" + what + "-too-long",
                    "a changeset's " + what + " has " + length + " characters, and the history has room for " + LONGEST
                            + ": " + value.substring(0, 40) + "…",
                    what.equals("path") ? "Give its file a shorter logicalFilePath." : "Give it a shorter one.");
        }
    }

    private String checksum(ChangeSet original, Position position) {
        try {
            return checksums.current(original);
        } catch (RuntimeException e) {
            throw ParseFailures.known(e).orElseGet(() -> unreadable(original, position, e));
        }
    }

    /** A file that a change names is missing or unreadable: only now is it looked at. */
    private MigrateException unreadable(ChangeSet original, Position position, RuntimeException error) {
        Complaint complaint = Complaint.of(ParseFailures.message(error), error);
        boolean missing = complaint.code().equals("changelog-not-found");
        Position at = files.text(physicalFile(original))
                .flatMap(text -> text.find(complaint.token(), text.startOfLine(position.line())))
                .orElse(position);
        return new MigrateException(
                Failure.InvalidInput.at(
                        at,
                        missing ? "file-not-found" : "changeset-invalid",
                        "changeset \"" + original.getId() + "\" cannot be read: " + complaint.message(),
                        missing ? complaint.hint() : "Check the files and values that it names."),
                error);
    }

    private Changeset.Recorded recorded(ChangeSet original) {
        Optional<String> tag = Optional.empty();
        for (Change change : original.getChanges()) {
            if (tag.isEmpty() && change instanceof TagDatabaseChange tagging) {
                tag = Optional.ofNullable(tagging.getTag());
            }
        }
        return new Changeset.Recorded(
                original.getDescription(),
                original.getComments() == null ? "" : original.getComments().strip(),
                original.buildFullContext(),
                original.buildFullLabels(),
                tag,
                engineVersion);
    }

    private static Changeset.Rules rules(ChangeSet original) {
        return new Changeset.Rules(
                original.shouldAlwaysRun(),
                original.shouldRunOnChange(),
                original.isRunInTransaction(),
                !Boolean.FALSE.equals(original.getFailOnError()),
                original.getOnValidationFail() == ChangeSet.ValidationFailOption.MARK_RAN,
                original.getRunOrder() == null,
                original.getPreconditions() != null
                        && !original.getPreconditions().getNestedPreconditions().isEmpty());
    }

    private Selection selection(ChangeSet original, Position position) {
        try {
            return selection(original);
        } catch (UnexpectedLiquibaseException e) {
            throw new MigrateException(
                    Failure.InvalidInput.at(
                            position,
                            "expression-invalid",
                            "the contexts or labels of changeset \"" + original.getId() + "\" cannot be understood: "
                                    + ParseFailures.message(e).replaceFirst("^Cannot parse expression ", ""),
                            "Write names with and, or, not and brackets, for example: (test or dev) and !legacy."),
                    e);
        }
    }

    private Selection selection(ChangeSet original) {
        if (original.isIgnore()) {
            return Selection.leftOut("ignore is set");
        }
        String denied = null;
        for (ChangeSetFilter filter : filters) {
            ChangeSetFilterResult result = denied == null ? filter.accepts(original) : null;
            denied = result == null || result.isAccepted() ? denied : String.valueOf(result.getMessage());
        }
        if (denied == null && isOneChangeForAnotherDatabase(original)) {
            denied = "its only change is for another database";
        }
        return denied == null ? Selection.SELECTED : Selection.leftOut(denied);
    }

    /** Liquibase tries such a changeset each time, and never records it. */
    private boolean isOneChangeForAnotherDatabase(ChangeSet original) {
        return original.getChanges().size() == 1
                && original.getChanges().get(0) instanceof DbmsTargetedChange change
                && !DatabaseList.definitionMatches(change.getDbms(), offline, true);
    }

    /** The n-th declaration of that id and author in the file belongs to the n-th changeset with them. */
    private Optional<DeclaredChangeset> declaration(String file, ChangeSet original) {
        List<DeclaredChangeset> candidates = new ArrayList<>(1);
        for (DeclaredChangeset declared : files.declarations(file)) {
            if (matches(declared.id(), original.getId()) && matches(declared.author(), original.getAuthor())) {
                candidates.add(declared);
            }
        }
        String key = file + "\n" + original.getId() + "\n" + original.getAuthor();
        int nth = seenDeclarations.merge(key, 1, Integer::sum) - 1;
        return candidates.isEmpty()
                ? Optional.empty()
                : Optional.of(candidates.get(Math.min(nth, candidates.size() - 1)));
    }

    private static boolean matches(String declared, String actual) {
        return declared == null || declared.contains("${") || Objects.equals(declared, actual);
    }

    private static MigrateException invalid(Position at, String code, String message, String hint) {
        return new MigrateException(Failure.InvalidInput.at(at, code, message, hint));
    }
}
