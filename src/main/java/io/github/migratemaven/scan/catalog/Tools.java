package io.github.migratemaven.scan.catalog;

import io.github.migratemaven.scan.shell.Command;
import io.github.migratemaven.scan.shell.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds which of a command's words is the tool: the program itself, or what the program starts. */
final class Tools {
    private static final int DEEPEST = 4;
    /** The Docker reference grammar allows no longer name, tag included. */
    private static final int LONGEST_IMAGE = 384;

    /** Programs that only speak of others. */
    private static final Set<String> TALKERS = Set.of(
            "echo",
            "printf",
            "grep",
            "egrep",
            "fgrep",
            "rg",
            "ag",
            "ack",
            "sed",
            "awk",
            "cat",
            "git",
            "test",
            "[",
            "[[",
            "ls",
            "which",
            "command",
            "type",
            "write-host",
            "write-output",
            "logger",
            "say",
            "curl",
            "wget",
            "apt",
            "apt-get",
            "apk",
            "brew",
            "pip",
            "pip3",
            "gem",
            "chmod",
            "chown",
            "cp",
            "mv",
            "rm",
            "mkdir",
            "touch",
            "ln",
            "find",
            "tee",
            "jq",
            "yq");

    private final Set<String> known;

    /** @param known the programs that the catalogue has something for */
    Tools(Set<String> known) {
        this.known = known;
    }

    /**
     * A tool that may be what runs.
     *
     * @param name empty = not known, its words must say it all
     * @param index of its word; its arguments begin behind {@code last}
     * @param last index of the last word that is not its argument
     * @param scripted whether a package manager starts it by a name that may be a script's
     */
    record Tool(String name, int index, int last, boolean scripted) {}

    static boolean talks(Command command) {
        return TALKERS.contains(ProgramName.of(command.words().get(0)));
    }

    List<Tool> in(Command command) {
        List<Tool> found = new ArrayList<>(1);
        look(command.words(), 0, false, 0, found);
        if (!anyNamed(found)) {
            image(command, found);
        }
        return found;
    }

    private static boolean anyNamed(List<Tool> tools) {
        for (Tool tool : tools) {
            if (!tool.name().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** {@code docker run flyway/flyway clean}: with the wrapper off, the tool is the image that stood in front. */
    private void image(Command command, List<Tool> found) {
        boolean started = false;
        for (String wrapper : command.wrappers()) {
            started |= wrapper.contains(" run") && Launchers.container(wrapper.substring(0, wrapper.indexOf(' ')));
        }
        String text = command.source().text();
        int end = Math.min(command.words().get(0).start(), text.length());
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && end - start < LONGEST_IMAGE && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        String name = started ? imageName(ProgramName.of(new Word(text.substring(start, end), true, start, end))) : "";
        if (known.contains(name)) {
            found.add(new Tool(name, 0, -1, false));
        }
    }

    private static String imageName(String name) {
        int tag = name.indexOf(':');
        return tag > 0 ? name.substring(0, tag) : name;
    }

    private void look(List<Word> words, int index, boolean scripted, int depth, List<Tool> found) {
        Word word = words.get(index);
        String name = ProgramName.of(word);
        if (known.contains(name)) {
            found.add(new Tool(name, index, index, scripted));
        }
        if (depth == DEEPEST || TALKERS.contains(name)) {
            return;
        }
        if (Launchers.has(name)) {
            launched(words, index, name, scripted || Launchers.packageManager(name), depth, found);
        } else if (found.isEmpty() && depth == 0) {
            if (!word.literal() && word.text().startsWith("$")) {
                launched(words, index, name, scripted, depth, found);
            }
            if (found.isEmpty()) {
                afterDashes(words, depth, found);
            }
            if (found.isEmpty() && (!word.literal() || word.text().indexOf(':') > 0)) {
                found.add(new Tool("", index, word.literal() ? index - 1 : index, false));
            }
        }
    }

    /**
     * The first word that is a known tool. Passed over on the way are options, what may be their values, the launcher's own
     * words, and names of environment scripts ({@code pnpm with-env prisma …}); any other word ends the search.
     */
    private void launched(List<Word> words, int index, String launcher, boolean scripted, int depth, List<Tool> found) {
        boolean container = Launchers.container(launcher);
        boolean running = false;
        boolean maybeValue = false;
        for (int i = index + 1; i < words.size(); i++) {
            String text = words.get(i).text();
            if (text.startsWith("-")) {
                maybeValue = text.indexOf('=') < 0;
                continue;
            }
            String name = ProgramName.of(words.get(i));
            if (container) {
                name = imageName(name);
                running |= Launchers.passes(launcher, text);
                if (running && known.contains(name)) {
                    found.add(new Tool(name, i, i, false));
                    return;
                }
                continue;
            }
            if (known.contains(name) || Launchers.has(name)) {
                look(words, i, scripted, depth + 1, found);
                return;
            }
            boolean workspace = text.equals("workspace") || text.equals("workspaces") || text.equals("foreach");
            if (workspace) {
                maybeValue = true;
            } else if (Launchers.passes(launcher, text) || scripted && text.contains("env")) {
                maybeValue = false;
            } else if (!maybeValue && words.get(i).literal()) {
                return;
            } else {
                maybeValue = false;
            }
        }
    }

    /** {@code chamber exec production -- prisma db push}: whatever runs it, what stands behind the dashes is a command. */
    private void afterDashes(List<Word> words, int depth, List<Tool> found) {
        for (int i = 1; i + 1 < words.size(); i++) {
            if (words.get(i).text().equals("--")) {
                look(words, i + 1, false, depth + 1, found);
                return;
            }
        }
    }
}
