package io.github.migratemaven.sql;

/** Where a numeric constant ends; knows PostgreSQL 16's {@code 0x1F} and {@code 1_000}, which older servers refuse. */
final class NumberLiteral {
    private NumberLiteral() {}

    /** @param start the first digit, or a point that a digit follows */
    static int end(String sql, int start) {
        if (isPrefixed(sql, start)) {
            return Characters.skip(sql, start + 2, c -> Character.digit(c, 16) >= 0 && c < 0x80 || c == '_');
        }
        int i = digits(sql, start);
        // "1..10" is a range in PL/pgSQL: the number stops before both points.
        if (at(sql, i) == '.' && at(sql, i + 1) != '.') {
            i = digits(sql, i + 1);
        }
        if ((at(sql, i) | 0x20) == 'e') {
            int exponent = at(sql, i + 1) == '+' || at(sql, i + 1) == '-' ? i + 2 : i + 1;
            if (Characters.isDigit(at(sql, exponent))) {
                i = digits(sql, exponent);
            }
        }
        return i;
    }

    private static boolean isPrefixed(String sql, int start) {
        int base = at(sql, start + 1) | 0x20;
        int digit = at(sql, start + 2) == '_' ? at(sql, start + 3) : at(sql, start + 2);
        return at(sql, start) == '0'
                && (base == 'x' && digit < 0x80 && Character.digit(digit, 16) >= 0
                        || (base == 'o' || base == 'b') && Characters.isDigit(digit));
    }

    private static int digits(String sql, int from) {
        int i = from;
        while (Characters.isDigit(at(sql, i)) || at(sql, i) == '_' && i > from && Characters.isDigit(at(sql, i + 1))) {
            i++;
        }
        return i;
    }

    private static int at(String sql, int i) {
        return i < sql.length() ? sql.charAt(i) : -1;
    }
}
