package io.github.migratemaven.scan.shell;

import io.github.migratemaven.scan.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A command on its way through its wrappers.
 *
 * @param fields program and arguments; never empty
 * @param source what the fields' indices count in
 */
record Invocation(
        List<Field> fields,
        Source source,
        Map<String, String> environment,
        List<String> wrappers,
        boolean remote,
        Printed input) {
    /** Nobody stacks more. */
    static final int WRAPPERS = 24;

    private static final int ENVIRONMENT = 300;

    String program() {
        return Program.name(fields.get(0).text());
    }

    int size() {
        return fields.size();
    }

    String text(int index) {
        return fields.get(index).text();
    }

    /** What a wrapper leaves: the fields from an index on. */
    Invocation peeled(int from, String wrapper, boolean elsewhere) {
        return of(fields.subList(from, fields.size())).wrapped(wrapper, elsewhere);
    }

    Invocation wrapped(String wrapper, boolean elsewhere) {
        List<String> all = new ArrayList<>(wrappers);
        if (all.size() < WRAPPERS) {
            all.add(wrapper);
        }
        return new Invocation(fields, source, environment, all, remote || elsewhere, input);
    }

    Invocation of(List<Field> others) {
        return new Invocation(others, source, environment, wrappers, remote, input);
    }

    Invocation with(String name, String value) {
        if (environment.size() >= ENVIRONMENT) {
            return this;
        }
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return new Invocation(fields, source, more, wrappers, remote, input);
    }

    /** The fields from an index on as one text, as ssh and eval put them together. */
    Traced joined(int from) {
        Transcript all = new Transcript();
        for (int i = from; i < fields.size(); i++) {
            Field field = fields.get(i);
            if (i > from) {
                Chars blank = new Chars();
                blank.add(' ', fields.get(i - 1).end());
                all.add(blank.traced(source, fields.get(i).start()));
            }
            all.add(field.traced(source));
        }
        Traced joined = all.joined();
        return joined == null ? Field.of("", 0).traced(source) : joined;
    }
}
