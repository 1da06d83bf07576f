package io.github.migratemaven.jpa;

import java.util.List;

/** What Hibernate says of its own failure: the outermost exception names the unit, the innermost the cause. */
final class HibernateWords {
    private HibernateWords() {}

    /** @param causes one line each, the outermost first: {@code class: message} */
    static String of(String causes) {
        List<String> lines = causes.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            return "it does not say why";
        }
        String last = lines.get(lines.size() - 1);
        // With a message that stands for itself; otherwise the class says what happened.
        String name = last.substring(0, Math.max(0, last.indexOf(": ")));
        String message = last.substring(last.indexOf(": ") + 2);
        boolean speaks = name.startsWith("org.hibernate.")
                || name.startsWith("jakarta.persistence.")
                || name.startsWith("javax.persistence.");
        return speaks && !message.equals("null") ? message : name + ": " + message;
    }
}
