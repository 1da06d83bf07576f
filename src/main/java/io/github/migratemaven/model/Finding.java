package io.github.migratemaven.model;

import java.util.List;
import java.util.Optional;

/**
 * Something that a person should know, with its place.
 *
 * @param id stable kebab-case name of what was found, for example {@code edited} or {@code invalid-index}
 * @param position empty where it is not in a file (an object in the database)
 * @param chain how it is reached, outermost first; empty where that says nothing
 * @param suggestion what to do; empty string without one
 * @param rule the rule that it breaks; empty where there is none to read up on
 * @param route the places of the chain, outermost first; empty where there is no more than the finding's own
 * @param fix how to get rid of it in the file's own words; empty where nobody tried
 */
public record Finding(
        String id,
        Severity severity,
        String message,
        Optional<Position> position,
        List<String> chain,
        String suggestion,
        Optional<Rule> rule,
        List<Stop> route,
        Optional<Fix> fix) {
    public Finding {
        chain = List.copyOf(chain);
        route = List.copyOf(route);
    }

    public Finding(
            String id,
            Severity severity,
            String message,
            Optional<Position> position,
            List<String> chain,
            String suggestion) {
        this(id, severity, message, position, chain, suggestion, Optional.empty(), List.of(), Optional.empty());
    }

    /**
     * What is the same for all findings of an id.
     *
     * @param name what it is about, for example {@code Prisma}
     * @param why what it can do, one sentence
     * @param link documentation; empty string without
     */
    public record Rule(String name, String why, String link) {}

    /** A place on the way to the finding. */
    public record Stop(Position position, String title) {}

    /**
     * @param before the lines as they are, without their indentation
     * @param after the lines as they would be; empty string where nothing remains
     * @param edits of the finding's file, in its order; empty where a person must do it
     * @param byHand why no edit is known to be right; empty string where one is
     */
    public record Fix(String before, String after, List<Edit> edits, String byHand) {
        public Fix {
            edits = List.copyOf(edits);
        }

        public static Fix byHand(String why) {
            return new Fix("", "", List.of(), why);
        }
    }

    /**
     * @param start offset in the file's text, in Java characters
     * @param end past the last character that goes
     * @param text what comes in its place
     */
    public record Edit(int start, int end, String text) {}

    public static Finding of(String id, Severity severity, String message, String suggestion) {
        return new Finding(id, severity, message, Optional.empty(), List.of(), suggestion);
    }

    public static Finding at(Position position, String id, Severity severity, String message, String suggestion) {
        return new Finding(id, severity, message, Optional.of(position), List.of(), suggestion);
    }

    public Finding with(Rule breaks, List<Stop> along) {
        return new Finding(id, severity, message, position, chain, suggestion, Optional.of(breaks), along, fix);
    }

    public Finding with(Fix how) {
        return new Finding(id, severity, message, position, chain, suggestion, rule, route, Optional.of(how));
    }
}
