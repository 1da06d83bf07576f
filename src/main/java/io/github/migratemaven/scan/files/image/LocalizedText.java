package io.github.migratemaven.scan.files.image;

import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.files.MappedText;
import io.github.migratemaven.scan.files.ProjectPath;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a command of an image as if it ran in the project: {@code /app/start.sh} becomes {@code ./start.sh} where that is the file
 * that was copied there, so that whoever reads the command finds it. Paths of scripts that the image's own build writes come out
 * absolute, all alike. What is neither stays.
 */
final class LocalizedText {
    private static final String ENDS_A_WORD = "'\"`;&|()<>,=#";
    private static final Set<String> SCRIPTS = Set.of(
            "sh", "bash", "zsh", "js", "mjs", "cjs", "ts", "mts", "py", "rb", "php", "pl", "ps1", "cmd", "bat", "sql");

    private final ImagePaths paths;
    private final String workingFolder;
    private final String projectFolder;
    private final Map<String, String> environment;
    private final Set<String> written;

    /**
     * @param projectFolder what the working folder is in the project
     * @param written absolute paths of files that the image's build writes
     */
    LocalizedText(
            ImagePaths paths,
            String workingFolder,
            String projectFolder,
            Map<String, String> environment,
            Set<String> written) {
        this.paths = paths;
        this.workingFolder = workingFolder;
        this.projectFolder = projectFolder;
        this.environment = environment;
        this.written = written;
    }

    /** Paths that a text redirects output to, absolute. */
    static Set<String> written(String text, String workingFolder, Map<String, String> environment) {
        Set<String> targets = new HashSet<>();
        for (int at = text.indexOf('>'); at >= 0 && targets.size() < 100; at = text.indexOf('>', at + 1)) {
            int start = at + 1;
            while (start < text.length() && (text.charAt(start) == ' ' || text.charAt(start) == '"')) {
                start++;
            }
            String target = Variables.expand(text.substring(start, end(text, start)), environment);
            if (isScript(target) && !target.startsWith("/dev/")) {
                targets.add(ImagePaths.absolute(workingFolder, target));
            }
        }
        return targets;
    }

    /** @param program whether the text begins with a program's name */
    Source of(Source source, boolean program) {
        String text = source.text();
        MappedText localized = null;
        int done = 0;
        int at = 0;
        int lookups = 0;
        while (at < text.length() && lookups < 2000) {
            int end = end(text, at);
            if (end == at) {
                at++;
                continue;
            }
            Optional<String> other = replacement(text, at, end, program && at == 0);
            if (other.isPresent()) {
                localized = localized == null ? new MappedText() : localized;
                localized.append(source, done, at);
                localized.append(other.get(), source.offset(at));
                done = end;
            }
            lookups++;
            at = end;
        }
        if (localized == null) {
            return source;
        }
        localized.append(source, done, text.length());
        return localized.toSource(source.file(), source.offset(text.length()));
    }

    private Optional<String> replacement(String text, int start, int end, boolean program) {
        String word = Variables.expand(text.substring(start, end), environment);
        if (word.startsWith("-") || word.indexOf(':') >= 0) {
            return Optional.empty();
        }
        if (text.startsWith("cd ", Math.max(start - 3, 0)) && word.startsWith("/")) {
            return paths.find(word).map(folder -> ProjectPath.relative(projectFolder, folder));
        }
        boolean path = word.indexOf('/') >= 0;
        if (!program && !isScript(word) || !program && !path && word.indexOf('.') < 0) {
            return Optional.empty();
        }
        String absolute = ImagePaths.absolute(workingFolder, word);
        if (written.contains(absolute)) {
            return word.equals(absolute) ? Optional.empty() : Optional.of(absolute);
        }
        boolean named = program || isScript(word) && word.indexOf('.') > 0;
        return paths.file(word, workingFolder, named)
                .filter(file -> word.startsWith("/")
                        || !path && program
                        || !ProjectPath.resolve(projectFolder, word).equals(Optional.of(file)))
                .map(file -> ProjectPath.relative(projectFolder, file));
    }

    private static boolean isScript(String path) {
        String name = ProjectPath.name(path);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? path.indexOf('/') >= 0 && !name.isEmpty() : SCRIPTS.contains(name.substring(dot + 1));
    }

    private static int end(String text, int start) {
        int end = start;
        while (end < text.length()
                && !Character.isWhitespace(text.charAt(end))
                && ENDS_A_WORD.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}
