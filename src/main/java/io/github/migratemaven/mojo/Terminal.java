package io.github.migratemaven.mojo;

import java.io.Console;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;

/** Whether somebody looks at a terminal, and what it can do. */
final class Terminal {
    private Terminal() {}

    /**
     * @param style Maven's {@code style.color}: {@code always}, {@code never}, or null for automatic
     * @param interactive false in batch mode ({@code -B})
     */
    static boolean takesColour(String style, boolean interactive, Map<String, String> env) {
        if ("always".equals(style)) {
            return true;
        }
        boolean refused = "never".equals(style) || env.containsKey("NO_COLOR") || "dumb".equals(env.get("TERM"));
        return !refused && interactive && isTerminal(System.console());
    }

    /** The terminal that somebody looks at, where a line can be written over; empty in batch mode and without one. */
    static Optional<PrintWriter> writer(MavenSession session) {
        boolean looks = session.getRequest().isInteractiveMode() && !"dumb".equals(System.getenv("TERM"));
        return looks && isTerminal(System.console())
                ? Optional.of(System.console().writer())
                : Optional.empty();
    }

    /** Since Java 22 there is a console without a terminal, and a method that says so. */
    private static boolean isTerminal(Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}
