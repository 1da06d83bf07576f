package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.Script.Dialect;
import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Files that a shell runs as a whole: by their ending, or by their first line. Who calls one is often not in the repository (a
 * server, a pipeline elsewhere), so a script counts as run by itself unless its name says that a person types it.
 */
public final class ScriptFiles implements Extractor {
    private static final Set<String> POSIX = Set.of("sh", "bash", "zsh", "ksh", "ash", "command");
    private static final Set<String> FOLDERS = Set.of(
            "bin",
            "sbin",
            "script",
            "scripts",
            "ci",
            ".ci",
            "cmd",
            "hooks",
            "docker",
            "deploy",
            "ops",
            "tools",
            // What images run when they start.
            "cont-init.d",
            "docker-entrypoint.d",
            "my_init.d");
    /** What an image's supervisor runs, one folder a service: s6, runit. */
    private static final List<String> SERVICES = List.of("services.d/", "s6-rc.d/", "service/", "sv/");

    @Override
    public boolean accepts(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        if (dot > 0) {
            String ending = name.substring(dot + 1);
            return POSIX.contains(ending) || Set.of("ps1", "cmd", "bat").contains(ending);
        }
        int slash = path.lastIndexOf('/');
        String folder = slash < 0 ? "" : path.substring(path.lastIndexOf('/', slash - 1) + 1, slash);
        return FOLDERS.contains(folder)
                || name.contains("entrypoint")
                || name.startsWith("start")
                || name.startsWith("deploy")
                || name.startsWith("release")
                || name.startsWith("migrate")
                || (name.equals("run") || name.equals("up")) && isService(path);
    }

    private static boolean isService(String path) {
        for (String services : SERVICES) {
            int at = path.indexOf(services);
            if (at == 0 || at > 0 && path.charAt(at - 1) == '/') {
                return true;
            }
        }
        return false;
    }

    @Override
    public Extent extent() {
        return Extent.FILE;
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        String name = file.name().toLowerCase(Locale.ROOT);
        Dialect dialect = name.endsWith(".ps1")
                ? Dialect.POWERSHELL
                : name.endsWith(".cmd") || name.endsWith(".bat") ? Dialect.CMD : Dialect.POSIX;
        if (!name.contains(".") && !isShell(file.text())) {
            return Extract.NOTHING;
        }
        boolean byHand = NameEvidence.isByHand(name);
        Script script = new Script(
                new Script.ScriptId(Script.Kind.FILE, file.folder(), file.name()),
                "",
                file.position(0),
                byHand ? Entry.NONE : Entry.DEPLOY,
                new Body.Shell(Source.of(file), dialect),
                file.folder(),
                Map.of(),
                NameEvidence.of(file.path()));
        return new Extract(List.of(script), List.of());
    }

    private static boolean isShell(String text) {
        int end = text.indexOf('\n');
        String first = end < 0 ? text : text.substring(0, Math.min(end, 200));
        return first.startsWith("#!") && first.contains("sh") && !first.contains("python") && !first.contains("node");
    }
}
