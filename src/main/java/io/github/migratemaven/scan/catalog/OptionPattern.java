package io.github.migratemaven.scan.catalog;

import java.util.List;

/**
 * An option, or a bare word such as {@code VERSION=0}.
 *
 * @param value the value that it must have; {@code null} = any but {@code false}
 */
record OptionPattern(String name, String value) {
    /** From {@code --force}, {@code -f}, {@code --batch=0} or a bare word. */
    static OptionPattern of(String text) {
        int equals = text.startsWith("-") ? text.indexOf('=') : -1;
        return equals < 0
                ? new OptionPattern(text, null)
                : new OptionPattern(text.substring(0, equals), text.substring(equals + 1));
    }

    boolean in(List<Arg> args) {
        for (int i = 0; i < args.size(); i++) {
            Arg arg = args.get(i);
            if (named(arg) && valued(arg, i + 1 < args.size() ? args.get(i + 1) : null)) {
                return true;
            }
        }
        return false;
    }

    private boolean named(Arg arg) {
        if (!arg.option()) {
            return name.equalsIgnoreCase(arg.text());
        }
        return name.equals(arg.name()) || bundledIn(arg.text());
    }

    /** {@code -f} in {@code -fq}: a few letters behind one dash. */
    private boolean bundledIn(String text) {
        return name.length() == 2
                && value == null
                && text.length() > 2
                && text.length() <= 4
                && text.charAt(1) != '-'
                && text.chars().skip(1).allMatch(Character::isLetter)
                && text.indexOf(name.charAt(1)) > 0;
    }

    private boolean valued(Arg arg, Arg next) {
        if (value != null) {
            return value.equalsIgnoreCase(arg.value() != null || next == null ? arg.value() : next.text());
        }
        return arg.value() == null || !arg.value().equalsIgnoreCase("false");
    }

    @Override
    public String toString() {
        return value == null ? name : name + '=' + value;
    }
}
