package io.github.migratemaven.scan.shell;

import io.github.migratemaven.scan.Script.Dialect;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.shell.SimpleCommand.Assignment;
import io.github.migratemaven.scan.shell.SimpleCommand.Redirect;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One script while it is read: what is known at each place, and the commands found. */
final class Reading {
    private static final int ROUNDS = 8;

    final Budget budget;
    final Variables variables;
    final WrittenFiles files = new WrittenFiles();
    /** How many reasons there are why nothing here runs. */
    int dead;

    private final Commands commands = new Commands(this);
    private final Builtins builtins = new Builtins(this);
    private final Functions functions = new Functions();
    private final UncalledFunctions uncalled = new UncalledFunctions();
    private final Deque<Transcript> captures = new ArrayDeque<>();
    private Printed printed = Printed.NOTHING;
    /** What holds for all commands of the text that is being read; its fields mean nothing. */
    private Invocation around = new Invocation(List.of(), null, Map.of(), List.of(), false, Printed.NOTHING);

    private int level;

    Reading(Budget budget) {
        this.budget = budget;
        this.variables = new Variables(budget);
    }

    List<Command> found() {
        for (int round = 0; round < ROUNDS; round++) {
            for (Traced text : files.takeRun()) {
                inner(text, Dialect.POSIX, around, 0);
            }
        }
        return uncalled.without(commands.found());
    }

    void read(Source source, Dialect dialect, int depth) {
        switch (dialect) {
            case POSIX -> new PosixParser(this, source, depth).readAll();
            case POWERSHELL -> new PowerShellReader(this, source, depth).read();
            case CMD -> new CmdReader(this, source, depth).read();
        }
    }

    /** A text that a command hands to a shell. */
    void inner(Traced text, Dialect dialect, Invocation by, int depth) {
        if (level >= Budget.LEVELS
                || depth >= Budget.DEPTH
                || !budget.spend(text.text().length() + 1L)) {
            return;
        }
        Invocation before = around;
        Printed input = text == by.input().text() ? Printed.NOTHING : by.input();
        around = new Invocation(List.of(), null, by.environment(), by.wrappers(), by.remote(), input);
        level++;
        openCapture();
        boolean shares = !by.wrappers().isEmpty()
                && by.wrappers().get(by.wrappers().size() - 1).equals("eval");
        int mark = variables.mark();
        read(text.source(), dialect, depth + 1);
        if (!shares) {
            variables.takeBack(mark);
        }
        closeCapture();
        level--;
        around = before;
    }

    /** A command that stands on its own, as a shell got it. */
    Invocation invocation(List<Field> fields, Source source, Map<String, String> set, Printed input) {
        Map<String, String> environment = variables.environment();
        if (!around.environment().isEmpty() || !set.isEmpty()) {
            Map<String, String> all = new HashMap<>(around.environment());
            all.putAll(environment);
            all.putAll(set);
            budget.spend(all.size());
            environment = all;
        }
        Printed in = input == null || input == Printed.NOTHING ? around.input() : input;
        return new Invocation(fields, source, environment, around.wrappers(), around.remote(), in);
    }

    Outcome run(SimpleCommand command, Source source, Printed piped, int depth) {
        printed = Printed.NOTHING;
        if (dead > 0) {
            return Outcome.UNKNOWN;
        }
        boolean declares = !command.words().isEmpty()
                && Builtins.declares(String.valueOf(command.words().get(0).plain()));
        if (command.words().isEmpty() || declares) {
            command.assignments().forEach(assignment -> assign(assignment, source));
        }
        Printed input = input(command.redirects(), piped, source);
        Outcome outcome = Outcome.UNKNOWN;
        int choices = 1;
        for (int choice = 0; choice < choices; choice++) {
            Expander expander = new Expander(variables, budget, source, choice);
            Map<String, String> set = declares ? Map.of() : set(command.assignments(), expander, source);
            List<Field> fields = expander.words(command.words());
            choices = choice == 0 ? Math.min(expander.choices(), Budget.VALUES) : choices;
            if (!fields.isEmpty()) {
                Invocation invocation = invocation(fields, source, set, input);
                outcome = choice == 0 ? builtins.run(invocation) : outcome;
                Printed prints = choice == 0 ? Printing.of(invocation) : Printed.NOTHING;
                commands.run(invocation, depth);
                printed = choice == 0 ? tee(invocation, prints) : printed;
            }
        }
        write(command.redirects(), source);
        return outcome;
    }

    /** A program that no shell started. */
    void exec(Invocation invocation) {
        exec(invocation, 0);
    }

    void exec(Invocation invocation, int depth) {
        builtins.run(invocation);
        commands.run(invocation, depth);
    }

    void builtin(Invocation invocation) {
        builtins.run(invocation);
    }

    private Printed tee(Invocation invocation, Printed prints) {
        int at = invocation.program().equals("sudo") ? 1 : 0;
        if (prints.text() == null
                && at == 1
                && invocation.size() > 2
                && invocation.text(1).equals("tee")) {
            tee(invocation.of(invocation.fields().subList(1, invocation.size())), invocation.input());
        } else if (invocation.program().equals("tee") && prints.text() != null) {
            for (Field field : invocation.fields().subList(1, invocation.size())) {
                if (!field.text().startsWith("-")) {
                    files.write(field.text(), prints.text());
                }
            }
        }
        return prints;
    }

    private Map<String, String> set(List<Assignment> assignments, Expander expander, Source source) {
        if (assignments.isEmpty()) {
            return Map.of();
        }
        Map<String, String> set = new HashMap<>();
        for (Assignment assignment : assignments) {
            if (assignment.value() != null) {
                Field value = expander.whole(assignment.value());
                // A default is no more than a guess: ${NODE_ENV:-test} does not say that it is a test.
                int end = Math.min(value.end(), value.start() + Budget.VALUE);
                set.put(
                        assignment.name(),
                        value.literal() ? value.text() : source.text().substring(value.start(), end));
            }
        }
        return set;
    }

    private void assign(Assignment assignment, Source source) {
        Expander expander = new Expander(variables, budget, source, 0);
        if (assignment.elements() != null) {
            List<Traced> elements = new ArrayList<>();
            for (Field field : expander.words(assignment.elements())) {
                elements.add(field.traced(source));
            }
            List<List<Traced>> before = variables.get(assignment.name()).known();
            if (assignment.adds() && !before.isEmpty() && before.get(0).size() < 1_000) {
                elements.addAll(0, before.get(0));
            }
            boolean tooLong = elements.size() > 1_000 || !budget.spend(elements.size());
            variables.set(assignment.name(), tooLong ? Values.UNKNOWN : Values.array(elements));
            return;
        }
        Field field = expander.whole(assignment.value());
        boolean unknown = field.text().length() > Budget.VALUE
                || !field.literal()
                        && (field.text().contains("$(") || field.text().contains("`"))
                || !field.literal() && field.text().contains("${{");
        Traced value = unknown ? null : field.traced(source);
        List<List<Traced>> before = variables.get(assignment.name()).known();
        if (assignment.adds() && value != null) {
            Transcript both = new Transcript();
            before.stream().limit(1).flatMap(List::stream).limit(1).forEach(both::add);
            both.add(value);
            value = both.joined() == null ? value : both.joined();
            value = before.isEmpty()
                            || value.text().length() > Budget.VALUE
                            || !budget.spend(value.text().length())
                    ? null
                    : value;
        }
        Values values = value == null ? Values.UNKNOWN : Values.of(value);
        variables.set(assignment.name(), field.literal() ? values : values.or(Values.UNKNOWN));
    }

    /** The variable of a loop. */
    void loop(String name, List<RawWord> words, Source source) {
        List<Traced> values = new ArrayList<>();
        for (Field field : new Expander(variables, budget, source, 0).words(words)) {
            if (field.literal() && values.size() <= Budget.VALUES) {
                values.add(field.traced(source));
            }
        }
        variables.set(name, values.isEmpty() ? Values.UNKNOWN : Values.any(values));
    }

    private Printed input(List<Redirect> redirects, Printed piped, Source source) {
        Printed input = piped;
        for (Redirect redirect : redirects) {
            if (redirect.operator().equals("<<")) {
                input = new Printed(redirect.text(), "");
            } else if (redirect.operator().equals("<<<") || redirect.operator().equals("<")) {
                Field field = new Expander(variables, budget, source, 0).whole(redirect.target());
                input = redirect.operator().equals("<")
                        ? new Printed(null, field.text())
                        : new Printed(field.traced(source), "");
            }
        }
        return input;
    }

    private void write(List<Redirect> redirects, Source source) {
        for (Redirect redirect : redirects) {
            if (redirect.writes() && redirect.target() != null) {
                if (printed.text() != null && dead == 0) {
                    String path = new Expander(variables, budget, source, 0)
                            .whole(redirect.target())
                            .text();
                    files.write(path, printed.text());
                }
                printed = Printed.NOTHING;
            }
        }
    }

    String folder() {
        List<List<Traced>> known = variables.get(Variables.FOLDER).known();
        return known.isEmpty() ? "" : known.get(known.size() - 1).get(0).text();
    }

    Functions functions() {
        return functions;
    }

    void shift(int by) {
        functions.shift(by);
    }

    void enterFunction(String name) {
        functions.enter(name);
        openCapture();
    }

    /** How many commands there are by now. */
    int count() {
        return commands.found().size();
    }

    /** @param body where its body begins in the text, behind its name */
    void leaveFunction(String name, Source source, int body, int end, int before) {
        functions.leave();
        closeCapture();
        if (level == 0) {
            uncalled.add(name, source, body, end, before, count());
        }
    }

    Printed takePrinted() {
        Printed taken = printed;
        printed = Printed.NOTHING;
        return taken;
    }

    /** What goes where the whole list's output goes. */
    void keepPrinted() {
        Traced text = takePrinted().text();
        if (text != null && !captures.isEmpty() && budget.spend(text.text().length())) {
            captures.peek().add(text);
        }
    }

    void openCapture() {
        captures.push(new Transcript());
    }

    void closeCapture() {
        captures.pop();
        printed = Printed.NOTHING;
    }

    void closeCapture(SimpleCommand redirected, Source source) {
        Traced text = captures.pop().joined();
        printed = new Printed(text, "");
        write(redirected.redirects(), source);
    }
}
