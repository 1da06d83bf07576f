package io.github.migratemaven.scan.shell;

import io.github.migratemaven.scan.Script.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds the texts that a command hands to a shell: {@code sh -c}, {@code ssh host}, {@code trap}, {@code bash} with a heredoc. */
final class InnerTexts {
    private static final Set<String> SHELLS = Set.of("sh", "bash", "zsh", "dash", "ash", "ksh", "mksh", "rbash");
    private static final Set<String> POWERSHELLS = Set.of("pwsh");

    /** Options whose value is a text for a shell, wherever they stand. */
    private static final Map<String, Set<String>> ANYWHERE = Map.ofEntries(
            Map.entry("su", Set.of("-c", "--command")),
            Map.entry("runuser", Set.of("-c", "--command")),
            Map.entry("flock", Set.of("-c", "--command")),
            Map.entry("fly", Set.of("-C", "--command")),
            Map.entry("flyctl", Set.of("-C", "--command")),
            Map.entry("gcloud", Set.of("--command")),
            Map.entry("aws", Set.of("--command")),
            Map.entry("az", Set.of("--exec-command", "--command")),
            Map.entry("vagrant", Set.of("-c", "--command")),
            Map.entry("cf", Set.of("-c", "--command")),
            Map.entry("eb", Set.of("-c", "--command")),
            Map.entry("nix-shell", Set.of("--run", "--command")),
            Map.entry("script", Set.of("-c", "--command", "-qc", "-ec", "-qec", "-qefc", "-eqc")),
            Map.entry("nodemon", Set.of("-x", "--exec")),
            Map.entry("chokidar", Set.of("-c", "--command")),
            Map.entry("tsc-watch", Set.of("--onSuccess", "--onFirstSuccess")),
            Map.entry("tsup", Set.of("--onSuccess")));
    /** The same, in front of the first operand only. */
    private static final Map<String, Set<String>> IN_FRONT = Map.of(
            "npx", Set.of("-c", "--call"),
            "npm", Set.of("-c", "--call"),
            "doppler", Set.of("--command"),
            "infisical", Set.of("--command"));

    private static final Set<String> VALUED_IN_FRONT = Set.of(
            "-p",
            "--package",
            "-w",
            "--workspace",
            "--prefix",
            "--project",
            "--config",
            "--env",
            "--path",
            "--token",
            "--scope",
            "--projectId",
            "--tags",
            "--domain",
            "--mount");
    private static final Set<String> REMOTE = Set.of("fly", "flyctl", "gcloud", "aws", "az", "cf", "eb", "vagrant");
    private static final Set<String> SSH_VALUED = Set.of(
            "-i", "-p", "-l", "-o", "-F", "-L", "-R", "-D", "-J", "-b", "-c", "-E", "-e", "-I", "-m", "-O", "-Q", "-S",
            "-W", "-w", "-B");
    private static final Set<String> TEXTS_VALUED = Set.of(
            "-n",
            "--names",
            "-c",
            "--prefix-colors",
            "-p",
            "--prefix",
            "-m",
            "--max-processes",
            "-l",
            "--prefix-length",
            "-s",
            "--success",
            "--restart-tries",
            "--restart-after",
            "--kill-signal",
            "-t",
            "--timestamp-format");

    private InnerTexts() {}

    /**
     * @param whole whether the command is nothing but this text; if not, it counts as a command, too
     */
    record Inner(List<Traced> texts, Dialect dialect, Invocation by, boolean whole) {}

    /** Null when it hands on nothing. */
    static Inner of(Invocation invocation) {
        String program = invocation.program();
        if (SHELLS.contains(program)) {
            return shell(invocation);
        }
        if (POWERSHELLS.contains(program)) {
            return powershell(invocation);
        }
        List<Traced> told = CloudTexts.of(invocation);
        if (!told.isEmpty()) {
            return new Inner(told, Dialect.POSIX, invocation.wrapped(program, true), false);
        }
        Set<String> anywhere = ANYWHERE.get(program);
        if (anywhere != null) {
            Traced text = option(invocation, anywhere, false);
            boolean people = program.equals("su") && text == null;
            return text != null || people ? inner(invocation, text, program, REMOTE.contains(program)) : null;
        }
        Set<String> inFront = IN_FRONT.get(program);
        if (inFront != null) {
            boolean npx = program.equals("npx");
            boolean runs =
                    npx || invocation.size() > 1 && Set.of("exec", "x", "run").contains(invocation.text(1));
            boolean ofScript =
                    program.equals("npm") && runs && invocation.text(1).equals("run");
            Traced text = runs && !ofScript ? option(invocation, inFront, true) : null;
            return text == null ? null : inner(invocation, text, program + " -c", false);
        }
        return switch (program) {
            case "ssh", "autossh" -> ssh(invocation);
            case "env" -> split(invocation);
            case "ansible" -> ansible(invocation);
            case "salt", "salt-call", "salt-ssh" -> salt(invocation);
            case "at", "batch" -> inner(invocation, null, program, false);
            case "cmd" -> afterSlashC(invocation);
            case "expect" -> expect(invocation);
            case "trap" ->
                invocation.size() > 2 && !invocation.text(1).startsWith("-")
                        ? inner(invocation, invocation.fields().get(1).traced(invocation.source()), "trap", false)
                        : null;
            case "concurrently", "conc", "start-server-and-test", "start-test", "run-parallel" -> several(invocation);
            default -> program(invocation);
        };
    }

    /** {@code node -e "…"}. */
    private static Inner program(Invocation invocation) {
        for (int at = 1; at + 1 < invocation.size() && at < 3; at++) {
            if (CodeTexts.isProgram(invocation.program(), invocation.text(at))) {
                Traced code = invocation.fields().get(at + 1).traced(invocation.source());
                String name = invocation.program() + ' ' + invocation.text(at);
                return new Inner(CodeTexts.of(code), Dialect.POSIX, invocation.wrapped(name, false), false);
            }
        }
        return null;
    }

    /** What is known of a standard input stands for the text that is missing. */
    private static Inner inner(Invocation invocation, Traced text, String wrapper, boolean remote) {
        Traced read = text != null ? text : invocation.input().text();
        Invocation by = invocation.wrapped(wrapper, remote);
        return read == null ? null : new Inner(List.of(read), Dialect.POSIX, by, true);
    }

    private static Inner shell(Invocation invocation) {
        boolean text = false;
        for (int at = 1; at < invocation.size(); at++) {
            String word = invocation.text(at);
            boolean option = (word.startsWith("-") || word.startsWith("+")) && word.length() > 1;
            if (word.equals("--rcfile") || word.equals("--init-file")) {
                at++;
            } else if (option && !word.startsWith("--")) {
                text |= word.startsWith("-") && word.indexOf('c') > 0;
                at += word.endsWith("o") || word.endsWith("O") ? 1 : 0;
                if (word.equals("-s")) {
                    break;
                }
            } else if (!option && text) {
                Traced inner = invocation.fields().get(at).traced(invocation.source());
                return inner(invocation, inner, invocation.program() + " -c", false);
            } else if (!option && !word.startsWith("/dev/") && !word.equals("-")) {
                return null;
            }
        }
        return inner(invocation, null, invocation.program(), false);
    }

    private static Traced option(Invocation invocation, Set<String> names, boolean inFront) {
        for (int at = 1; at < invocation.size(); at++) {
            Field field = invocation.fields().get(at);
            String text = field.text();
            int equals = text.indexOf('=');
            if (names.contains(text) && at + 1 < invocation.size()) {
                return invocation.fields().get(at + 1).traced(invocation.source());
            }
            if (equals > 0 && text.startsWith("-") && names.contains(text.substring(0, equals))) {
                return field.part(equals + 1, text.length()).traced(invocation.source());
            }
            if (text.equals("--")
                    || inFront && at > 1 && !text.startsWith("-")
                    || inFront && at == 1 && invocation.program().equals("npx") && !text.startsWith("-")) {
                return null;
            }
            // Doppler's -c is its configuration, npm's -c is the command.
            boolean valued =
                    VALUED_IN_FRONT.contains(text) || Set.of("-c", "-t").contains(text);
            at += inFront && valued ? 1 : 0;
        }
        return null;
    }

    /** {@code env -S "A=b npx prisma db push"}: cut into words as a shell would. */
    private static Inner split(Invocation invocation) {
        for (int at = 1; at < invocation.size() && invocation.text(at).startsWith("-"); at++) {
            String text = invocation.text(at);
            boolean next = text.equals("-S") || text.equals("--split-string");
            int start = text.startsWith("--split-string=") ? 15 : text.startsWith("-S") ? 2 : -1;
            if (next && at + 1 < invocation.size()) {
                return new Inner(
                        List.of(invocation.joined(at + 1)), Dialect.POSIX, invocation.wrapped("env", false), true);
            }
            if (!next && start > 0) {
                List<Field> fields = new ArrayList<>(invocation.fields());
                fields.set(at, fields.get(at).part(start, text.length()));
                Traced line = invocation.of(fields).joined(at);
                return new Inner(List.of(line), Dialect.POSIX, invocation.wrapped("env", false), true);
            }
        }
        return null;
    }

    private static Inner ssh(Invocation invocation) {
        int at = 1;
        while (at < invocation.size() && invocation.text(at).startsWith("-")) {
            at += SSH_VALUED.contains(invocation.text(at)) ? 2 : 1;
        }
        at++;
        while (at < invocation.size() && invocation.text(at).startsWith("-")) {
            at += SSH_VALUED.contains(invocation.text(at)) ? 2 : 1;
        }
        return inner(invocation, at < invocation.size() ? invocation.joined(at) : null, invocation.program(), true);
    }

    /** {@code ansible web -m shell -a "…"}; without a module it is a command. */
    private static Inner ansible(Invocation invocation) {
        Traced module = option(invocation, Set.of("-m", "--module-name"), false);
        String name = module == null
                ? "command"
                : module.text().substring(module.text().lastIndexOf('.') + 1);
        return Set.of("shell", "command", "raw").contains(name)
                ? inner(invocation, option(invocation, Set.of("-a", "--args"), false), "ansible", true)
                : null;
    }

    /** {@code salt 'web*' cmd.run '…'}. */
    private static Inner salt(Invocation invocation) {
        for (int at = 1; at + 1 < invocation.size(); at++) {
            if (invocation.text(at).equals("cmd.run")) {
                return inner(invocation, invocation.fields().get(at + 1).traced(invocation.source()), "salt", true);
            }
        }
        return null;
    }

    private static Inner powershell(Invocation invocation) {
        for (int at = 1; at < invocation.size(); at++) {
            String word = invocation.text(at).toLowerCase(Locale.ROOT);
            boolean text = word.equals("-c") || word.equals("-command");
            if (text && at + 1 < invocation.size()) {
                Invocation by = invocation.wrapped("pwsh", false);
                return new Inner(List.of(invocation.joined(at + 1)), Dialect.POWERSHELL, by, true);
            }
        }
        return null;
    }

    private static Inner afterSlashC(Invocation invocation) {
        for (int at = 1; at + 1 < invocation.size(); at++) {
            String word = invocation.text(at).toLowerCase(Locale.ROOT);
            if (word.equals("/c") || word.equals("/k") || word.equals("//c")) {
                Invocation by = invocation.wrapped("cmd", false);
                return new Inner(List.of(invocation.joined(at + 1)), Dialect.CMD, by, true);
            }
        }
        return null;
    }

    /** Only what it spawns counts; the rest is Tcl. */
    private static Inner expect(Invocation invocation) {
        Traced text = option(invocation, Set.of("-c"), false);
        text = text != null
                ? text
                : invocation.size() == 1 || invocation.text(1).equals("-")
                        ? invocation.input().text()
                        : null;
        if (text == null) {
            return null;
        }
        List<Traced> spawned = new ArrayList<>();
        int start = 0;
        while (start < text.text().length()) {
            int end = text.text().indexOf('\n', start);
            end = end < 0 ? text.text().length() : end;
            int word = start;
            while (word < end && Cursor.isBlank(text.text().charAt(word))) {
                word++;
            }
            if (text.text().startsWith("spawn ", word) || text.text().startsWith("system ", word)) {
                spawned.add(text.part(text.text().indexOf(' ', word) + 1, end));
            }
            start = end + 1;
        }
        return new Inner(spawned, Dialect.POSIX, invocation.wrapped("expect", false), true);
    }

    /** Each argument is a text of its own, or the name of a script. */
    private static Inner several(Invocation invocation) {
        List<Traced> texts = new ArrayList<>();
        for (int at = 1; at < invocation.size(); at++) {
            String word = invocation.text(at);
            if (TEXTS_VALUED.contains(word)) {
                at++;
            } else if (!word.startsWith("-") && word.indexOf(' ') > 0) {
                texts.add(invocation.fields().get(at).traced(invocation.source()));
            }
        }
        return new Inner(texts, Dialect.POSIX, invocation.wrapped(invocation.program(), false), false);
    }
}
