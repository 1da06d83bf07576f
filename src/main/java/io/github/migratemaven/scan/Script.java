package io.github.migratemaven.scan;

import io.github.migratemaven.model.Position;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something that a file tells a machine to run.
 *
 * @param id how it is called by others: unique in the scan
 * @param title for a chain, for example {@code "build"} for a package script, {@code RUN}, {@code step "Deploy"}, or empty
 *     string for a file that is a script as a whole
 * @param position where it begins
 * @param entry whether it runs by itself, and in what
 * @param body what it runs
 * @param folder the working folder, relative to the scanned root; empty string = the root
 * @param environment variables that are known to be set where it runs; values as written
 * @param evidence what the file itself says about where this runs
 */
public record Script(
        ScriptId id,
        String title,
        Position position,
        Entry entry,
        Body body,
        String folder,
        Map<String, String> environment,
        Set<Evidence> evidence) {
    public Script {
        environment = Map.copyOf(environment);
        evidence = Set.copyOf(evidence);
    }

    /** The same, made to run by something else. */
    public Script entry(Entry other) {
        return new Script(id, title, position, other, body, folder, environment, evidence);
    }

    /**
     * @param kind the world that the name belongs to
     * @param folder where that world is rooted, relative to the scanned root: a package's, Makefile's or file's folder
     * @param name the script's name there: {@code build}, a make target, a file's name, a synthetic {@code step 3}
     */
    public record ScriptId(Kind kind, String folder, String name) {
        /** Written out, as is {@link #hashCode}: to link a record's own takes longer than many a scan. */
        @Override
        public boolean equals(Object other) {
            return other instanceof ScriptId id && kind == id.kind && name.equals(id.name) && folder.equals(id.folder);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * kind.ordinal() + folder.hashCode()) + name.hashCode();
        }
    }

    /** Worlds of names. */
    public enum Kind {
        /** {@code scripts} of a package.json (folder = the package's). */
        PACKAGE_SCRIPT,
        /** A target of make, just, task, rake, gradle, mix, nx, turbo, composer, …; name = {@code tool:target}. */
        TASK,
        /** A file that can be run by its path: shell, PowerShell, cmd, node, python (folder and name = its path). */
        FILE,
        /** A step, job, image instruction, platform command: nothing calls it by name. */
        ANONYMOUS,
        /** What {@code mvn GOAL} or a lifecycle phase runs (folder = the module's, name = goal or phase). */
        MAVEN,
        /** A composite action or reusable workflow (folder = the action's, name = its file). */
        ACTION,
        /** An image: Dockerfile's RUN and CMD together (folder = Dockerfile's, name = its file name). */
        IMAGE
    }

    /** What makes a script run without anybody typing its name. */
    public enum Entry {
        /** Nothing known: only if something else calls it. */
        NONE,
        BUILD,
        CI,
        IMAGE,
        DEPLOY,
        START,
        /** Only a person types its name, but a name that promises nothing bad: {@code clean}, {@code migrate}. */
        PROMISE,
        /** git hooks and the like: on a developer's machine. */
        HOOK
    }

    /** What the file itself says about where a script runs or a setting holds; each makes a finding milder. */
    public enum Evidence {
        TEST,
        DEVELOPMENT,
        /** A job's own service database, an in-memory URL, a localhost or *_test address. */
        THROWAWAY_DATABASE,
        /** A review app has a database of its own, wherever it is. */
        REVIEW_APP,
        /** Started by hand only: workflow_dispatch alone, a manual job. */
        MANUAL
    }

    /** What a script runs. */
    public sealed interface Body {
        /** Text for a shell. */
        record Shell(Source source, Dialect dialect) implements Body {}

        /** A program and its arguments, no shell between: exec form, {@code args:} lists. */
        record Arguments(List<Source> words) implements Body {
            public Arguments {
                words = List.copyOf(words);
            }
        }

        /** Others that it calls, in order: a task's prerequisites, a lifecycle phase's goals, hooks before and after. */
        record Calls(List<Call> calls) implements Body {
            public Calls {
                calls = List.copyOf(calls);
            }
        }

        /** Several of these in order. */
        record Sequence(List<Body> parts) implements Body {
            public Sequence {
                parts = List.copyOf(parts);
            }
        }
    }

    /** A call that is not shell text. */
    public record Call(ScriptId target, Position position) {}

    /** Which shell reads a text. */
    public enum Dialect {
        POSIX,
        POWERSHELL,
        CMD
    }
}
