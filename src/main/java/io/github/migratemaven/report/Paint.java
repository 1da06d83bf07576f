package io.github.migratemaven.report;

import io.github.migratemaven.model.Severity;
import io.github.migratemaven.model.State;

/** Colours of the console (ANSI SGR), or none. Applied after padding: escape codes have no width. */
record Paint(boolean colour) {
    String bold(String text) {
        return sgr("1", text);
    }

    String dim(String text) {
        return sgr("2", text);
    }

    String red(String text) {
        return sgr("31", text);
    }

    String yellow(String text) {
        return sgr("33", text);
    }

    String green(String text) {
        return sgr("32", text);
    }

    /** @param text the state's word, padded perhaps */
    String state(State state, String text) {
        return switch (state) {
            case UP_TO_DATE -> green(text);
            case PENDING, UNMANAGED, INVALID_OBJECTS, OUT_OF_ORDER -> yellow(text);
            default -> red(text);
        };
    }

    String severity(Severity severity, String text) {
        return switch (severity) {
            case ERROR -> red(text);
            case WARNING -> yellow(text);
            case INFO -> dim(text);
        };
    }

    private String sgr(String code, String text) {
        return colour && !text.isBlank() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
