package io.github.migratemaven.scan.files.ci;

import io.github.migratemaven.scan.files.ci.GroovyToken.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The methods of a Jenkinsfile that take something, for what their callers hand to them: {@code def run(cmd) { sh cmd }}. */
final class JenkinsMethods {
    private static final int MAX_METHODS = 200;
    private static final int MAX_PARAMETERS = 20;
    private static final Set<String> DECLARING = Set.of("def", "void", "String", "int", "boolean", "Object");

    private final Map<String, Method> methods = new HashMap<>();

    /**
     * @param start index of the first token behind the method's brace
     * @param end index of the brace that closes it
     */
    record Method(List<String> parameters, int start, int end) {}

    static JenkinsMethods of(List<GroovyToken> tokens) {
        JenkinsMethods all = new JenkinsMethods();
        for (int i = 0; i + 2 < tokens.size() && all.methods.size() < MAX_METHODS; i++) {
            boolean declares = tokens.get(i).kind() == Kind.WORD
                    && DECLARING.contains(tokens.get(i).text().text());
            if (declares
                    && tokens.get(i + 1).kind() == Kind.WORD
                    && tokens.get(i + 2).is('(')) {
                all.add(tokens, i + 1);
            }
        }
        return all;
    }

    /** Null where there is none, or it takes nothing. */
    Method named(String name) {
        return methods.get(name.startsWith("this.") ? name.substring(5) : name);
    }

    private void add(List<GroovyToken> tokens, int name) {
        List<String> parameters = new ArrayList<>();
        int at = name + 2;
        String last = "";
        boolean more = true;
        while (at < tokens.size() && more && parameters.size() < MAX_PARAMETERS) {
            GroovyToken token = tokens.get(at);
            if (token.is(',') || token.is(')')) {
                parameters.add(last);
                more = token.is(',');
                last = "";
            } else if (token.kind() == Kind.WORD && !tokens.get(at - 1).is('=')) {
                last = token.text().text();
            }
            at++;
        }
        while (at < tokens.size() && tokens.get(at).kind() == Kind.LINE_END) {
            at++;
        }
        if (at >= tokens.size() || !tokens.get(at).is('{') || parameters.equals(List.of(""))) {
            return;
        }
        int end = at + 1;
        int depth = 1;
        while (end < tokens.size() && depth > 0) {
            depth += tokens.get(end).is('{') ? 1 : tokens.get(end).is('}') ? -1 : 0;
            end++;
        }
        methods.put(tokens.get(name).text().text(), new Method(parameters, at + 1, end - 1));
    }
}
