package io.github.migratemaven.author;

import java.util.List;

/** Liquibase's formatted SQL. */
final class FormattedSql implements ChangesetFormat.Writer {
    private static final String HEADER = "--liquibase formatted sql\n";

    @Override
    public String file(List<DraftChangeset> changesets) {
        return HEADER + appended(changesets);
    }

    /** What is written below the changesets that a file has. */
    static String appended(List<DraftChangeset> changesets) {
        StringBuilder text = new StringBuilder();
        changesets.forEach(c -> changeset(c, text));
        return text.toString();
    }

    private static void changeset(DraftChangeset changeset, StringBuilder text) {
        text.append("\n--changeset ")
                .append(word(changeset.author()))
                .append(':')
                .append(changeset.id());
        if (!changeset.transactional()) {
            text.append(" runInTransaction:false");
        }
        if (!SqlBlock.splits(changeset.steps())) {
            text.append(" splitStatements:false stripComments:false");
        }
        if (!SqlBlock.splits(changeset.rollback())) {
            text.append(" rollbackSplitStatements:false");
        }
        text.append('\n');
        text.append(SqlBlock.of(changeset.steps())).append('\n');
        if (changeset.rollback().isEmpty()) {
            text.append("--rollback empty\n");
            return;
        }
        SqlBlock.of(changeset.rollback())
                .lines()
                .forEach(line -> text.append("--rollback ").append(line).append('\n'));
    }

    private static String word(String author) {
        return author.contains(" ") ? '"' + author + '"' : author;
    }
}
