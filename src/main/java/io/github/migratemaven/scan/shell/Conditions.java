package io.github.migratemaven.scan.shell;

import java.util.List;

/** Tests whose outcome stands in the text: {@code [ 1 -eq 0 ]}. */
final class Conditions {
    private Conditions() {}

    static Outcome of(Invocation invocation) {
        List<Field> fields = invocation.fields();
        int last = invocation.text(invocation.size() - 1).equals("]") ? fields.size() - 1 : fields.size();
        if (last != 4 || !fields.stream().allMatch(Field::constant)) {
            return Outcome.UNKNOWN;
        }
        boolean same = invocation.text(1).equals(invocation.text(3));
        return switch (invocation.text(2)) {
            case "=", "==", "-eq" -> same ? Outcome.TRUE : Outcome.FALSE;
            case "!=", "-ne" -> same ? Outcome.FALSE : Outcome.TRUE;
            default -> Outcome.UNKNOWN;
        };
    }
}
