package io.github.migratemaven.scan.engine;

import io.github.migratemaven.scan.policy.BanSettings;
import java.io.File;
import java.util.Optional;
import java.util.function.Consumer;

/** The scan for callers that know nothing of Java 17's records: the enforcer rule. */
public final class BanGate {
    private BanGate() {}

    /**
     * @param warnings takes what is worth saying but fails nothing
     * @return why the build must fail; empty when it need not
     * @throws io.github.migratemaven.model.MigrateException for a configuration or folder that will not do
     */
    public static Optional<String> check(File root, BanSettings settings, Consumer<String> warnings) {
        BanVerdict verdict = BanVerdict.of(new BanRequest(root.toPath(), settings));
        verdict.warnings().forEach(finding -> warnings.accept(BanVerdict.describe(finding)));
        return verdict.passed() ? Optional.empty() : Optional.of(verdict.message());
    }
}
