package io.github.migratemaven.scan.files;

/** Backslash escapes of JSON, JavaScript, TOML basic and YAML double-quoted strings: one table, since they agree where they meet. */
final class Escapes {
    private Escapes() {}

    /**
     * Appends what the escape at {@code at} stands for.
     *
     * @return the offset past it
     */
    static int decode(String text, int at, MappedText to) {
        if (at + 1 >= text.length()) {
            to.append('\\', at);
            return at + 1;
        }
        char c = text.charAt(at + 1);
        int digits = switch (c) {
            case 'x' -> 2;
            case 'u' -> 4;
            case 'U' -> 8;
            default -> 0;
        };
        if (digits > 0) {
            return hexadecimal(text, at, digits, to);
        }
        switch (c) {
            case 'n' -> to.append('\n', at);
            case 't' -> to.append('\t', at);
            case 'r' -> to.append('\r', at);
            case 'b' -> to.append('\b', at);
            case 'f' -> to.append('\f', at);
            case 'v' -> to.append('\u000B', at);
            case '0' -> to.append('\0', at);
            case 'a' -> to.append('\u0007', at);
            case 'e' -> to.append('\u001B', at);
            case 'N' -> to.append('\u0085', at);
            case '_' -> to.append('\u00A0', at);
            case 'L' -> to.append('\u2028', at);
            case 'P' -> to.append('\u2029', at);
            default -> to.append(c, at);
        }
        return at + 2;
    }

    private static int hexadecimal(String text, int at, int digits, MappedText to) {
        int end = at + 2 + digits;
        if (end > text.length()) {
            to.append(text, at, text.length());
            return text.length();
        }
        long value = 0;
        for (int i = at + 2; i < end; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                to.append(text.charAt(at + 1), at);
                return at + 2;
            }
            value = value * 16 + digit;
        }
        if (digits == 4) {
            to.append((char) value, at);
        } else {
            to.appendCodePoint((int) Math.min(value, Integer.MAX_VALUE), at);
        }
        return end;
    }
}
