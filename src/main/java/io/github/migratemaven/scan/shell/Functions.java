package io.github.migratemaven.scan.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Functions that hand their arguments to a command: {@code artisan() { docker compose exec app php artisan "$@"; }}. A call of one
 * is that command with the call's arguments.
 */
final class Functions {
    private static final int MOST = 2_000;
    private static final Set<String> ALL = Set.of("$@", "$*", "${@}", "${*}", "$@ ", "${@:1}", "${@:2}");

    /** A function whose body is being read. */
    private static final class Body {
        private final String name;
        private int shifted;

        private Body(String name) {
            this.name = name;
        }
    }

    /**
     * @param words in front of the arguments
     * @param shifted how many of the arguments the function keeps to itself
     * @param text whether its first argument is read as a text
     */
    private record Forwarding(Invocation words, int shifted, boolean text) {}

    private final Deque<Body> open = new ArrayDeque<>();
    private final Map<String, Forwarding> forwarding = new HashMap<>();
    private final Map<String, Boolean> defined = new HashMap<>();

    void enter(String name) {
        open.push(new Body(name == null ? "" : name));
    }

    void leave() {
        Body body = open.pop();
        if (!body.name.isEmpty() && defined.size() < MOST) {
            defined.put(body.name, forwarding.containsKey(body.name));
        }
    }

    /** {@code shift} in the body that is being read. */
    void shift(int by) {
        if (!open.isEmpty()) {
            open.peek().shifted += by;
        }
    }

    /** A command of the body that is being read. */
    void command(Invocation invocation) {
        if (open.isEmpty() || open.peek().name.isEmpty() || forwarding.size() >= MOST) {
            return;
        }
        Body body = open.peek();
        List<Field> fields = invocation.fields();
        for (int i = 0; i < Math.min(fields.size(), 40); i++) {
            String text = fields.get(i).text();
            boolean one =
                    text.equals("$1") && fields.size() == 1 && !fields.get(i).literal();
            if (one || ALL.contains(text) && !fields.get(i).literal()) {
                int shifted = text.equals("${@:2}") ? body.shifted + 1 : body.shifted;
                forwarding.putIfAbsent(body.name, new Forwarding(invocation.of(fields.subList(0, i)), shifted, one));
                return;
            }
        }
    }

    boolean knows(String name) {
        return defined.containsKey(name);
    }

    /** What a call comes to; null when the function hands nothing on. */
    Call call(Invocation call) {
        Forwarding forwarding = this.forwarding.get(call.text(0));
        if (forwarding == null || forwarding.shifted >= call.size()) {
            return null;
        }
        List<Field> fields = new ArrayList<>();
        Field name = call.fields().get(0);
        for (Field word : forwarding.words.fields()) {
            fields.add(Field.standing(word.text(), word.literal(), name.start(), name.end()));
        }
        fields.addAll(call.fields().subList(1 + forwarding.shifted, call.size()));
        if (fields.isEmpty()) {
            return null;
        }
        List<String> wrappers = new ArrayList<>(call.wrappers());
        wrappers.addAll(forwarding.words.wrappers());
        Map<String, String> environment = new HashMap<>(forwarding.words.environment());
        environment.putAll(call.environment());
        boolean remote = call.remote() || forwarding.words.remote();
        Invocation command = new Invocation(fields, call.source(), environment, wrappers, remote, call.input());
        return new Call(command, forwarding.text);
    }

    /**
     * @param text whether the first word is read as a text
     */
    record Call(Invocation command, boolean text) {}
}
