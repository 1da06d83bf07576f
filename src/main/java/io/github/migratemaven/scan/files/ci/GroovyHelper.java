package io.github.migratemaven.scan.files.ci;

import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.files.MappedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Calls of a Jenkinsfile that are no steps of Jenkins but run something with the strings that they are given. */
final class GroovyHelper {
    /** Calls with strings that are not commands, or that are followed into their block. */
    private static final Set<String> QUIET = Set.of(
            "echo",
            "println",
            "print",
            "error",
            "unstable",
            "input",
            "mail",
            "emailext",
            "slackSend",
            "git",
            "checkout",
            "stash",
            "unstash",
            "archiveArtifacts",
            "junit",
            "publishHTML",
            "label",
            "image",
            "string",
            "booleanParam",
            "choice",
            "text",
            "description",
            "credentials",
            "credentialsId",
            "build",
            "load",
            "library",
            "tool",
            "node",
            "agent",
            "cron",
            "pollSCM",
            "upstream",
            "branch",
            "environment",
            "expression",
            "name",
            "value",
            "defaultValue",
            "readFile",
            "writeFile",
            "fileExists",
            "readJSON",
            "readYaml",
            "stage",
            "dir",
            "withEnv",
            "def",
            "return",
            "withCredentials",
            "usernamePassword",
            "file",
            "fail",
            "log",
            "timeout",
            "retry",
            "lock",
            "milestone");

    private GroovyHelper() {}

    /** A tool behind a method of its own name or a plugin's: {@code mvn 'flyway:clean'}, {@code rtMaven.run goals: '…'}. */
    static String program(String name) {
        return switch (name.split("\\.", 2)[0]) {
            case "mvn", "maven", "rtMaven", "mavenBuild" -> "mvn";
            case "gradle", "gradlew", "rtGradle" -> "gradle";
            case "npm", "npx", "yarn", "pnpm", "make", "rake", "flyway", "liquibase", "prisma" ->
                name.split("\\.", 2)[0];
            default -> "";
        };
    }

    static List<Source> words(Source name, String program, List<Source> strings) {
        List<Source> words = new ArrayList<>();
        MappedText said = new MappedText();
        said.append(program, name.offset(0));
        words.add(said.toSource(name.file(), name.offset(name.text().length())));
        for (Source string : strings) {
            String text = string.text();
            int start = 0;
            for (int i = 0; i <= text.length(); i++) {
                if (i == text.length() || Character.isWhitespace(text.charAt(i))) {
                    if (i > start) {
                        words.add(string.slice(start, i));
                    }
                    start = i + 1;
                }
            }
        }
        return words;
    }

    /** A method of somebody's library: {@code utils.runLiquibaseAction("dropAll")}, {@code flywayClean 'db'}. */
    static boolean isOne(String name) {
        String step = name.substring(name.lastIndexOf('.') + 1);
        String lower = name.toLowerCase(Locale.ROOT);
        return !QUIET.contains(step)
                && !QUIET.contains(name)
                && !lower.startsWith("docker.")
                && !lower.startsWith("env.")
                && !lower.startsWith("log.")
                && !lower.startsWith("logger.")
                && (name.indexOf('.') > 0 || name.chars().anyMatch(Character::isUpperCase))
                && !Character.isUpperCase(name.charAt(0));
    }
}
