package io.github.migratemaven.scan.shell;

import io.github.migratemaven.scan.Source;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * How the commands of a POSIX shell text hang together: lists, the chains of {@code &&} and {@code ||} in them, the pipes in those.
 * All places are indices in the text. For those who want to edit it: nothing here is expanded or left out.
 */
public final class Outline {
    /** What a list of commands is to what surrounds it. */
    public enum Role {
        /** The whole text. */
        TEXT,
        /** {@code ( )} or braces. */
        GROUP,
        /** What {@code if} or {@code while} ask. */
        CONDITION,
        /** A branch, the body of a loop: may not be empty. */
        BRANCH,
        /** {@code $( )}. */
        SUBSTITUTION
    }

    /** Commands one after the other. */
    public record Sequence(Role role, List<Chain> chains) {}

    /** {@code a && b || c}. */
    public record Chain(List<Member> members) {
        public int start() {
            return members.get(0).start();
        }

        public int end() {
            return members.get(members.size() - 1).end();
        }
    }

    /**
     * One pipe in a chain.
     *
     * @param operator what stands before it: {@code &&} or {@code ||}; empty string at the chain's begin
     * @param negated whether {@code !} stands before it
     */
    public record Member(String operator, boolean negated, int start, List<Part> parts) {
        public int end() {
            return parts.get(parts.size() - 1).end();
        }
    }

    /**
     * A command, simple or compound, redirections included.
     *
     * @param compound whether it is more than a simple command: a group, a loop, a branch, a function
     * @param inner the lists inside of it
     */
    public record Part(int start, int end, boolean compound, List<Sequence> inner) {}

    /** The way from the text to one command: each list, the chain in it, the member of that, the command of that. */
    public record Step(Sequence sequence, Chain chain, Member member, Part part) {}

    private final Sequence whole;
    private final Deque<List<Sequence>> into = new ArrayDeque<>();
    private final Deque<Sequence> sequences = new ArrayDeque<>();
    private final Deque<Chain> chains = new ArrayDeque<>();
    private final Deque<Member> members = new ArrayDeque<>();

    private final boolean records;

    private Outline(boolean records) {
        this.records = records;
        this.whole = new Sequence(Role.TEXT, new ArrayList<>());
        sequences.push(whole);
    }

    /** For readers that want the commands only. */
    static Outline ignored() {
        return new Outline(false);
    }

    /** Reads a text; never fails, whatever it is. */
    public static Outline of(Source source) {
        Outline outline = new Outline(true);
        Reading reading = new Reading(new Budget(source.text().length()));
        new PosixParser(reading, source, 0, outline).readAll();
        return outline;
    }

    /** Outermost first; empty when no command stands at the index. */
    public Optional<List<Step>> to(int index) {
        List<Step> steps = new ArrayList<>();
        List<Sequence> open = List.of(whole);
        boolean deeper = true;
        while (deeper) {
            Step next = step(open, index);
            deeper = next != null;
            if (deeper) {
                steps.add(next);
                open = next.part().inner();
            }
        }
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps);
    }

    /** Null when none of the lists' commands stands at the index. */
    private static Step step(List<Sequence> sequences, int index) {
        for (Sequence sequence : sequences) {
            for (Chain chain : sequence.chains()) {
                for (Member member : chain.members()) {
                    for (Part part : member.parts()) {
                        if (part.start() <= index && index < part.end()) {
                            return new Step(sequence, chain, member, part);
                        }
                    }
                }
            }
        }
        return null;
    }

    /** Whether nothing stands in it. */
    public boolean isEmpty() {
        return whole.chains().isEmpty();
    }

    void openSequence(Role role) {
        if (records) {
            Sequence sequence = new Sequence(role, new ArrayList<>());
            into.peek().add(sequence);
            sequences.push(sequence);
        }
    }

    void closeSequence() {
        if (records) {
            sequences.pop();
        }
    }

    void openChain() {
        if (records) {
            chains.push(new Chain(new ArrayList<>()));
        }
    }

    void closeChain() {
        if (records) {
            Chain closed = chains.pop();
            closed.members().removeIf(member -> member.parts().isEmpty());
            if (!closed.members().isEmpty()) {
                sequences.peek().chains().add(closed);
            }
        }
    }

    void openMember(String operator, boolean negated, int start) {
        if (records) {
            members.push(new Member(operator, negated, start, new ArrayList<>()));
            chains.peek().members().add(members.peek());
        }
    }

    void closeMember() {
        if (records) {
            members.pop();
        }
    }

    void openPart() {
        if (records) {
            into.push(new ArrayList<>());
        }
    }

    /** @param end past its last character that is not blank; an empty command is none */
    void closePart(int start, int end, boolean compound) {
        if (records) {
            List<Sequence> inner = into.pop();
            if (end > start) {
                members.peek().parts().add(new Part(start, end, compound, List.copyOf(inner)));
            }
        }
    }
}
