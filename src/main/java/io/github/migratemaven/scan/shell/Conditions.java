package io.github.migratemaven.scan.shell;

import java.math.BigInteger;
import java.util.List;

/** Tests whose outcome stands in the text: {@code [ 1 -eq 0 ]}, {@code [[ -n "" ]]}. */
final class Conditions {
    /** Longer numbers are nobody's. */
    private static final int DIGITS = 18;

    private Conditions() {}

    static Outcome of(Invocation invocation) {
        List<Field> fields = invocation.fields();
        int last = invocation.text(invocation.size() - 1).equals("]") ? fields.size() - 1 : fields.size();
        List<Field> operands = fields.subList(1, Math.max(1, last));
        return operands.stream().allMatch(Field::constant)
                ? of(operands.stream().map(Field::text).toList())
                : Outcome.UNKNOWN;
    }

    /** @param words operands and operators, all of them constant */
    static Outcome of(List<String> words) {
        if (words.stream().anyMatch(Conditions::isFilledInLater)) {
            return Outcome.UNKNOWN;
        }
        if (!words.isEmpty() && words.get(0).equals("!") && words.size() > 1) {
            return of(words.subList(1, words.size())).not();
        }
        return switch (words.size()) {
            case 0 -> Outcome.FALSE;
            // A bare word is true, but who writes one has not finished the condition.
            case 1 -> words.get(0).isEmpty() ? Outcome.FALSE : Outcome.UNKNOWN;
            case 2 -> about(words.get(0), words.get(1));
            case 3 -> between(words.get(0), words.get(1), words.get(2));
            default -> Outcome.UNKNOWN;
        };
    }

    /** A template's placeholder is no constant. */
    private static boolean isFilledInLater(String word) {
        return word.contains("{{") || word.contains("{%") || word.contains("<%") || word.contains("__");
    }

    private static Outcome about(String operator, String word) {
        return switch (operator) {
            case "-n" -> known(!word.isEmpty());
            case "-z" -> known(word.isEmpty());
            default -> Outcome.UNKNOWN;
        };
    }

    private static Outcome between(String one, String operator, String other) {
        return switch (operator) {
            case "=", "==" -> known(one.equals(other));
            case "!=" -> known(!one.equals(other));
            case "-eq", "-ne", "-lt", "-le", "-gt", "-ge" ->
                isNumber(one) && isNumber(other)
                        ? numbers(new BigInteger(one).compareTo(new BigInteger(other)), operator)
                        : Outcome.UNKNOWN;
            default -> Outcome.UNKNOWN;
        };
    }

    private static Outcome numbers(int order, String operator) {
        return known(
                switch (operator) {
                    case "-eq" -> order == 0;
                    case "-ne" -> order != 0;
                    case "-lt" -> order < 0;
                    case "-le" -> order <= 0;
                    case "-gt" -> order > 0;
                    default -> order >= 0;
                });
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Outcome known(boolean holds) {
        return holds ? Outcome.TRUE : Outcome.FALSE;
    }
}
