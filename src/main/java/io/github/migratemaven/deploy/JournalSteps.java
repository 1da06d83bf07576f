package io.github.migratemaven.deploy;

import io.github.migratemaven.model.ChangesetId;
import io.github.migratemaven.model.JournalStep;
import io.github.migratemaven.model.Step;
import io.github.migratemaven.port.SqlFailure;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes journal rows. */
final class JournalSteps {
    private JournalSteps() {}

    /** @param cause null unless it failed */
    static JournalStep of(
            ChangesetId changeset,
            int number,
            Step step,
            JournalStep.Progress progress,
            boolean transactional,
            SqlFailure cause) {
        return new JournalStep(
                changeset,
                number,
                hash(step),
                step.text(),
                progress,
                transactional,
                cause == null ? null : cause.getMessage(),
                cause == null ? null : cause.sqlState());
    }

    /** White space does not count: reformatting a file is not an edit. */
    static String hash(Step step) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(step.text().replaceAll("\\s+", " ").strip().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
