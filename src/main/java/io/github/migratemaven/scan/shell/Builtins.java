package io.github.migratemaven.scan.shell;

import java.util.List;
import java.util.Set;

/** Commands that change what the shell knows, and those that run nothing. */
final class Builtins {
    private static final Set<String> SILENT = Set.of(
            "echo",
            "printf",
            ":",
            "true",
            "false",
            "test",
            "[",
            "set",
            "shift",
            "exit",
            "return",
            "break",
            "continue",
            "read",
            "local",
            "declare",
            "typeset",
            "export",
            "readonly",
            "unset",
            "alias",
            "unalias",
            "wait",
            "let",
            "getopts",
            "umask",
            "ulimit",
            "shopt",
            "hash",
            "type",
            "cd",
            "pushd",
            "popd",
            "exec",
            "trap",
            "yes",
            "");
    private static final Set<String> DECLARING = Set.of("export", "local", "declare", "typeset", "readonly");

    private final Reading reading;

    Builtins(Reading reading) {
        this.reading = reading;
    }

    /** Whether it is a part of the shell and nothing of its own. */
    static boolean isSilent(Invocation invocation) {
        return SILENT.contains(invocation.text(0));
    }

    static boolean declares(String program) {
        return DECLARING.contains(program);
    }

    /** @return how it ends, if that is known */
    Outcome run(Invocation invocation) {
        switch (invocation.text(0)) {
            case "export", "local", "declare", "typeset", "readonly" -> declare(invocation);
            case "unset" -> invocation.fields().forEach(field -> reading.variables.set(field.text(), Values.UNKNOWN));
            case "cd", "pushd" -> go(invocation);
            case "popd" -> reading.variables.set(Variables.FOLDER, Values.UNKNOWN);
            case "source", "." -> source(invocation);
            case "shift" -> reading.shift(invocation.size() > 1 ? number(invocation.text(1)) : 1);
            case "chmod" -> invocation.fields().stream().skip(2).forEach(field -> reading.files.run(field.text()));
            default -> {
                // Nothing that the shell remembers.
            }
        }
        return invocation.fields().get(0).constant() ? outcome(invocation) : Outcome.UNKNOWN;
    }

    private static Outcome outcome(Invocation invocation) {
        return switch (invocation.text(0)) {
            case "true", ":" -> Outcome.TRUE;
            case "false" -> Outcome.FALSE;
            case "exit", "return" -> Outcome.ENDS;
            case "exec" -> invocation.size() > 1 ? Outcome.ENDS : Outcome.UNKNOWN;
            case "[", "test" -> Conditions.of(invocation);
            default -> Outcome.UNKNOWN;
        };
    }

    private static int number(String text) {
        return text.length() == 1 && Character.isDigit(text.charAt(0)) ? text.charAt(0) - '0' : 1;
    }

    private void declare(Invocation invocation) {
        for (Field field : invocation.fields().subList(1, invocation.size())) {
            int equals = field.text().indexOf('=');
            if (equals > 0 && field.literal()) {
                Traced value = field.part(equals + 1, field.text().length()).traced(invocation.source());
                reading.variables.set(field.text().substring(0, equals), Values.of(value));
            } else if (!field.literal()) {
                envFile(field.text(), invocation);
            }
        }
    }

    /** {@code export $(cat .env.test | xargs)}. */
    private void envFile(String text, Invocation invocation) {
        for (String word : text.split("[\\s\"'()]+")) {
            if (isEnvFile(word)) {
                environmentFrom(word, invocation);
                return;
            }
        }
    }

    private static boolean isEnvFile(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.startsWith(".env") || name.endsWith(".env");
    }

    private void environmentFrom(String path, Invocation invocation) {
        Field field = Field.standing(
                path,
                true,
                invocation.fields().get(0).start(),
                invocation.fields().get(0).end());
        reading.variables.set(Variables.ENV_FILE, Values.of(field.traced(invocation.source())));
    }

    private void source(Invocation invocation) {
        if (invocation.size() > 1) {
            reading.files.run(invocation.text(1));
            if (isEnvFile(invocation.text(1))) {
                environmentFrom(invocation.text(1), invocation);
            }
        }
    }

    private void go(Invocation invocation) {
        List<Field> fields = invocation.fields();
        Field target = null;
        for (Field field : fields.subList(1, fields.size())) {
            target = target == null && !field.text().startsWith("-") ? field : target;
        }
        if (target == null || target.text().length() > 500) {
            reading.variables.set(Variables.FOLDER, Values.UNKNOWN);
            return;
        }
        String before = reading.folder();
        boolean absolute = target.text().startsWith("/")
                || target.text().startsWith("$")
                || target.text().startsWith("~");
        String path = before.isEmpty() || absolute ? target.text() : before + "/" + target.text();
        Field whole = Field.standing(path.length() > 2_000 ? target.text() : path, true, target.start(), target.end());
        reading.variables.set(Variables.FOLDER, Values.of(whole.traced(invocation.source())));
    }
}
