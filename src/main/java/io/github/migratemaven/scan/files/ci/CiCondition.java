package io.github.migratemaven.scan.files.ci;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Conditions of jobs and steps whose outcome stands in the text: {@code 1 == 2}, {@code false && always()} (GitHub Actions),
 * {@code and(succeeded(), false)}, {@code eq(1, 2)} (Azure Pipelines). What only a run can know counts as possible.
 */
final class CiCondition {
    private static final int MAX_LENGTH = 2_000;
    private static final int MAX_DEPTH = 30;
    private static final Object UNKNOWN = new Object();

    private final String text;
    private int at;
    private int depth;
    private boolean broken;

    private CiCondition(String text) {
        this.text = text;
    }

    /** @param condition an expression, bare or as all of <code>${{ … }}</code>; empty for none */
    static boolean isNever(String condition) {
        String bare = condition.strip();
        if (bare.startsWith("${{") && bare.endsWith("}}")) {
            bare = bare.substring(3, bare.length() - 2).strip();
        }
        // A text with an expression in it is a text, and GitHub takes any text for true.
        if (bare.isEmpty() || bare.length() > MAX_LENGTH || bare.contains("${{")) {
            return false;
        }
        CiCondition reader = new CiCondition(bare);
        Object value = reader.or();
        reader.blanks();
        return !reader.broken && reader.at == bare.length() && value != UNKNOWN && !isTrue(value);
    }

    private static boolean isTrue(Object value) {
        return !(value.equals(false) || value.equals("") || value.equals(0.0));
    }

    private Object or() {
        Object left = and();
        while (take("||")) {
            left = either(left, and());
        }
        return left;
    }

    private static Object either(Object left, Object right) {
        if (left == UNKNOWN) {
            return right != UNKNOWN && isTrue(right) ? right : UNKNOWN;
        }
        return isTrue(left) ? left : right;
    }

    private Object and() {
        Object left = comparison();
        while (take("&&")) {
            left = both(left, comparison());
        }
        return left;
    }

    private static Object both(Object left, Object right) {
        if (left == UNKNOWN) {
            return right != UNKNOWN && !isTrue(right) ? right : UNKNOWN;
        }
        return isTrue(left) ? right : left;
    }

    private Object comparison() {
        Object left = operand();
        if (take("==")) {
            return equal(left, operand());
        }
        if (take("!=")) {
            Object same = equal(left, operand());
            return same == UNKNOWN ? UNKNOWN : !isTrue(same);
        }
        for (String operator : List.of("<=", ">=", "<", ">")) {
            if (take(operator)) {
                operand();
                return UNKNOWN;
            }
        }
        return left;
    }

    /** Only values of one kind: what GitHub makes of others for comparing them is nobody's constant. */
    private static Object equal(Object left, Object right) {
        if (left == UNKNOWN || right == UNKNOWN || left.getClass() != right.getClass()) {
            return UNKNOWN;
        }
        return left instanceof String text ? text.equalsIgnoreCase((String) right) : left.equals(right);
    }

    private Object operand() {
        blanks();
        if (depth >= MAX_DEPTH || at >= text.length()) {
            broken = true;
            return UNKNOWN;
        }
        char c = text.charAt(at);
        depth++;
        Object value = UNKNOWN;
        if (c == '!' && !text.startsWith("!=", at)) {
            at++;
            Object not = operand();
            value = not == UNKNOWN ? UNKNOWN : !isTrue(not);
        } else if (c == '(') {
            at++;
            value = or();
            broken |= !take(")");
        } else if (c == '\'') {
            value = string();
        } else if (Character.isDigit(c) || c == '-') {
            value = number();
        } else {
            value = named();
        }
        depth--;
        return value;
    }

    private Object string() {
        int end = text.indexOf('\'', at + 1);
        if (end < 0 || text.startsWith("''", end)) {
            // One with a quote in it is not compared by anybody who means never.
            broken = true;
            return UNKNOWN;
        }
        String value = text.substring(at + 1, end);
        at = end + 1;
        return value;
    }

    private Object number() {
        int start = at++;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        try {
            return Double.valueOf(text.substring(start, at));
        } catch (NumberFormatException e) {
            return UNKNOWN;
        }
    }

    /** A constant, a function, or something that only a run knows. */
    private Object named() {
        String name = name();
        broken |= name.isEmpty();
        if (take("(")) {
            return call(name);
        }
        boolean constant = true;
        while (take("[")) {
            or();
            broken |= !take("]");
            name();
            constant = false;
        }
        return switch (constant ? name : "") {
            case "true" -> true;
            case "false" -> false;
            default -> UNKNOWN;
        };
    }

    private String name() {
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "_-.*".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return text.substring(start, at).toLowerCase(Locale.ROOT);
    }

    private Object call(String name) {
        List<Object> arguments = new ArrayList<>();
        if (!take(")")) {
            do {
                arguments.add(or());
            } while (!broken && take(","));
            broken |= !take(")");
        }
        Object first = arguments.isEmpty() ? UNKNOWN : arguments.get(0);
        boolean pair = arguments.size() == 2;
        return switch (name) {
            case "always" -> true;
            case "never" -> false;
            case "not" -> first == UNKNOWN ? UNKNOWN : !isTrue(first);
            case "eq" -> pair ? equal(first, arguments.get(1)) : UNKNOWN;
            case "ne" -> {
                Object same = pair ? equal(first, arguments.get(1)) : UNKNOWN;
                yield same == UNKNOWN ? UNKNOWN : !isTrue(same);
            }
            case "and" -> arguments.stream().reduce(CiCondition::both).orElse(UNKNOWN);
            case "or" -> arguments.stream().reduce(CiCondition::either).orElse(UNKNOWN);
            default -> UNKNOWN;
        };
    }

    private boolean take(String mark) {
        blanks();
        if (text.startsWith(mark, at)) {
            at += mark.length();
            return true;
        }
        return false;
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
