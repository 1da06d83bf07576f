package io.github.migratemaven.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * The passwords of the tests. A test that needs one takes a text with "zebra" in it, whatever the case; what the embedded
 * servers generate is noted here.
 */
final class TestSecrets {
    static final String MARK = "zebra";

    /** Throw-away servers' passwords: those servers are gone when this file is read. */
    private static final Path GENERATED = Path.of("target", "generated-passwords");

    private final List<String> lowerCase = new ArrayList<>();

    private TestSecrets(List<String> secrets) {
        for (String secret : secrets) {
            lowerCase.add(secret.toLowerCase(Locale.ROOT));
            byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
            lowerCase.add(
                    Base64.getEncoder().withoutPadding().encodeToString(bytes).toLowerCase(Locale.ROOT));
        }
    }

    static void note(String password) {
        try {
            Files.createDirectories(GENERATED.getParent());
            Files.writeString(GENERATED, password + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TestSecrets all() throws IOException {
        List<String> secrets = new ArrayList<>(List.of(MARK, ItServer.PASSWORD));
        if (Files.exists(GENERATED)) {
            secrets.addAll(Files.readAllLines(GENERATED));
        }
        return new TestSecrets(secrets);
    }

    boolean isIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lowerCase.stream().anyMatch(lower::contains);
    }
}
