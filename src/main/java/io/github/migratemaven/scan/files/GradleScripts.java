package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.Script.Kind;
import io.github.migratemaven.scan.Script.ScriptId;
import io.github.migratemaven.scan.Setting;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gradle and sbt builds, read line by line: which task depends on which, and the switches of Flyway and Liquibase. A task that
 * a build's own tasks depend on runs in every build; one that stands for itself is typed by a person.
 */
public final class GradleScripts implements Extractor {
    private static final Set<String> ENDINGS = Set.of(".gradle", ".kts", ".sbt");
    private static final Pattern DEPENDS =
            Pattern.compile("(?:dependsOn|finalizedBy|defaultTasks)\\b[ \\t]*[\\[(=]?([^\\n]{1,400})");
    private static final Pattern NAME =
            Pattern.compile("['\"]:?([\\w:-]{1,80})['\"]|\\b([a-zA-Z]\\w{0,79})\\b(?![(<])");
    private static final Pattern OWNER = Pattern.compile(
            "(?:task[ \\t]+|tasks\\.(?:register|named|create|getByName)\\w*(?:<\\w+>)?\\(?['\"]|tasks\\.|val[ \\t]+)(\\w+)|^[ \\t]*(\\w+)\\.(?:dependsOn|finalizedBy)|^[ \\t]*(\\w+)[ \\t]*\\{");
    private static final Pattern SWITCH = Pattern.compile(
            "^[ \\t]*(?:flyway\\.)?(cleanDisabled|cleanOnValidationError)[ \\t]*(?:=|\\.set\\()?[ \\t]*(true|false)");
    /** Lines that begin with one of these belong to the task around them. */
    private static final List<String> WITHIN = List.of(
            "dependsOn",
            "finalizedBy",
            "mustRunAfter",
            "shouldRunAfter",
            "doLast",
            "doFirst",
            "exec",
            "javaexec",
            "project.exec",
            "if",
            "else",
            "try",
            "environment",
            "workingDir",
            "onlyIf");
    /** Words between names of tasks that are none. */
    private static final Set<String> NO_TASKS = Set.of(
            "tasks",
            "named",
            "project",
            "get",
            "rootProject",
            "listOf",
            "true",
            "false",
            "null",
            "it",
            "by",
            "val",
            "if");

    private static final List<String> BUILD_TASKS = List.of(
            "build",
            "assemble",
            "check",
            "classes",
            "compileJava",
            "processResources",
            "bootRun",
            "run",
            "jar",
            "bootJar",
            "flywayMigrate",
            "deploy",
            "publish",
            "war",
            "compileKotlin",
            "generateJooq");

    /** Blocks in a task's block. */
    private static final Set<String> IN_A_TASK =
            Set.of("doFirst", "doLast", "options", "environment", "systemProperties");

    @Override
    public Set<String> endings() {
        return ENDINGS;
    }

    @Override
    public boolean accepts(String path) {
        return path.endsWith(".gradle") || path.endsWith(".gradle.kts") || path.endsWith("build.sbt");
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        List<Script> scripts = new ArrayList<>();
        List<Setting> settings = new ArrayList<>();
        String owner = "";
        GradleCommands commands = new GradleCommands(file);
        String text = file.text();
        boolean comment = false;
        boolean forTests = false;
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            String line = text.substring(start, end);
            String stripped = line.strip();
            comment = stripped.startsWith("/*") || comment && !stripped.startsWith("*/");
            if (!comment && !stripped.startsWith("//") && line.length() < 2000) {
                Matcher named = OWNER.matcher(line);
                if (WITHIN.stream().noneMatch(stripped::startsWith) && named.find()) {
                    commands.forget();
                    owner = named.group(1) != null
                            ? named.group(1)
                            : named.group(2) != null ? named.group(2) : named.group(3);
                    forTests = isTest(owner, line) || forTests && IN_A_TASK.contains(owner);
                }
                dependencies(file, line, start, stripped.startsWith("defaultTasks") ? "build" : owner, scripts);
                commands.read(line, start, entry(owner, line), owner).ifPresent(scripts::add);
                switches(file, line, start, settings);
                GradleSettings.of(file, line, start, forTests, settings);
            }
            comment = comment && !stripped.contains("*/");
            start = end + 1;
        }
        return new Extract(scripts, settings);
    }

    private static boolean isTest(String owner, String line) {
        return owner.toLowerCase(Locale.ROOT).contains("test") || line.contains("<Test>") || line.contains("(Test)");
    }

    private static void dependencies(SourceFile file, String line, int start, String owner, List<Script> scripts) {
        Matcher depends = DEPENDS.matcher(line);
        while (depends.find()) {
            Matcher name = NAME.matcher(depends.group(1));
            while (name.find()) {
                String task = name.group(1) == null ? name.group(2) : name.group(1);
                if (NO_TASKS.contains(task)) {
                    continue;
                }
                int at = start + depends.start(1) + (name.group(1) == null ? name.start(2) : name.start(1));
                String command = "gradle " + task;
                int[] offsets = new int[command.length() + 1];
                Arrays.fill(offsets, at);
                scripts.add(new Script(
                        new ScriptId(Kind.TASK, file.folder(), "gradle:" + owner),
                        "task \"" + owner + "\"",
                        file.position(start),
                        entry(owner, line),
                        new Body.Shell(Source.mapped(file, command, offsets), Script.Dialect.POSIX),
                        file.folder(),
                        Map.of(),
                        NameEvidence.of(file.path())));
            }
        }
    }

    private static Entry entry(String owner, String line) {
        return BUILD_TASKS.contains(owner) && !line.contains("IntegrationTest") ? Entry.BUILD : Entry.NONE;
    }

    private static void switches(SourceFile file, String line, int start, List<Setting> settings) {
        Matcher matcher = SWITCH.matcher(line);
        if (matcher.find()) {
            settings.add(new Setting(
                    "flyway." + matcher.group(1),
                    matcher.group(2),
                    file.position(start + matcher.start(1)),
                    Map.of(),
                    NameEvidence.of(file.path())));
        }
    }
}
