package io.github.migratemaven.scan.files.ci;

import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.files.Collected;
import io.github.migratemaven.scan.files.EnvironmentNode;
import io.github.migratemaven.scan.files.Node;
import io.github.migratemaven.scan.files.Surroundings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The steps of one job of CircleCI, and of the reusable commands that they name.
 *
 * @param values what is known of <code>parameters.NAME</code>
 * @param visits how many commands are still followed
 */
record CircleSteps(
        Node configuration, Services services, Collected collected, Map<String, String> values, Visits visits) {
    private static final int MAX_LEVELS = 6;
    /** Longer values are nobody's commands. */
    private static final int MAX_VALUE = 5_000;

    void all(Optional<Node> steps, Surroundings where, int level) {
        if (level < MAX_LEVELS && collected.size() < Collected.MAX_SCRIPTS) {
            steps.map(Node::items).orElse(List.of()).forEach(step -> step(step, where, level));
        }
    }

    /**
     * Of a job or a command.
     *
     * @param given what its caller says for its parameters
     */
    static Map<String, String> values(Node called, Optional<Node> given, Map<String, String> outer) {
        Map<String, String> values = new HashMap<>();
        for (Node.Entry parameter : called.get("parameters").map(Node::entries).orElse(List.of())) {
            String name = parameter.key();
            parameter.value().source("default").ifPresent(text -> values.put("parameters." + name, text.text()));
            given.flatMap(node -> node.source(name))
                    .ifPresent(text ->
                            values.put("parameters." + name, filled(text, outer).text()));
        }
        values.values().removeIf(value -> value.length() > MAX_VALUE);
        return values;
    }

    private void step(Node step, Surroundings where, int level) {
        step.source().ifPresent(name -> command(name.text(), Optional.empty(), where, level));
        for (Node.Entry entry : step.entries()) {
            switch (entry.key()) {
                case "run" -> run(entry.value(), where);
                case "when", "unless" -> {
                    if (!isNever(entry)) {
                        all(entry.value().get("steps"), where, level + 1);
                    }
                }
                default -> {
                    command(entry.key(), Optional.of(entry.value()), where, level);
                    // Steps that a job hands to an orb or a command run as well.
                    for (String key : List.of("steps", "pre-steps", "post-steps", "after-deps")) {
                        all(entry.value().get(key), where, level + 1);
                    }
                }
            }
        }
    }

    private boolean isNever(Node.Entry step) {
        String condition = step.value()
                .source("condition")
                .map(text -> filled(text, values).text().strip())
                .orElse("");
        return condition.equals(step.key().equals("when") ? "false" : "true");
    }

    private void command(String name, Optional<Node> given, Surroundings where, int level) {
        int slash = name.indexOf('/');
        Optional<Node> command = slash < 0
                ? configuration.at("commands", name)
                : configuration.at("orbs", name.substring(0, slash), "commands", name.substring(slash + 1));
        command.filter(found -> visits.take())
                .ifPresent(found -> new CircleSteps(
                                configuration, services, collected, values(found, given, values), visits)
                        .all(found.get("steps"), where, level + 1));
    }

    private void run(Node run, Surroundings job) {
        Optional<Source> command = run.source().or(() -> run.source("command"));
        String name = run.get("name").map(Node::text).orElse("");
        Surroundings where = name.isEmpty() ? job.inside("run", "") : job.inside("step", name);
        where = where.environment(EnvironmentNode.of(run.get("environment")));
        where = CircleExtractor.folder(run.get("working_directory"), where);
        String shell = run.get("shell").map(Node::text).orElse("");
        where = services.judge(shell.isEmpty() ? where : where.shell(shell));
        if (command.isPresent()) {
            collected.shell(where, filled(command.get(), values));
        }
    }

    /** {@code << parameters.x >>} is no heredoc. */
    private static Source filled(Source source, Map<String, String> values) {
        return Placeholders.readable(source, "<<", ">>", values);
    }
}
