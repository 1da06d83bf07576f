package io.github.migratemaven.scan.fix;

import io.github.migratemaven.scan.shell.Outline;
import io.github.migratemaven.scan.shell.Outline.Chain;
import io.github.migratemaven.scan.shell.Outline.Member;
import io.github.migratemaven.scan.shell.Outline.Part;
import io.github.migratemaven.scan.shell.Outline.Role;
import io.github.migratemaven.scan.shell.Outline.Sequence;
import io.github.migratemaven.scan.shell.Outline.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes commands out of a shell text as if each had succeeded: {@code a && (push || echo no) && b} becomes {@code a && b}. What only
 * caught the command's failure goes with it; another way to migrate that stood behind its {@code ||} stays.
 */
final class Pruner {
    /** What stands beside a command in a pipe to feed it or to keep its output. */
    private static final Set<String> BESIDE =
            Set.of("yes", "echo", "printf", "true", "cat", "tee", "grep", "head", "tail", "sed");

    /** What follows {@code ||} to hide or report a failure. */
    private static final Set<String> GUARDS =
            Set.of("echo", "printf", "true", ":", "exit", "return", "false", "sleep", "logger");

    private final String text;
    private final Outline outline;
    private final List<Cut> cuts = new ArrayList<>();
    private final Set<Part> parts = identity();
    private final Set<Member> members = identity();
    private final Set<Chain> chains = identity();
    /** Places of commands without which their branch or condition is no shell text any more. */
    private final Set<Integer> stand = new HashSet<>();

    Pruner(String text, Outline outline) {
        this.text = text;
        this.outline = outline;
    }

    private static <T> Set<T> identity() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** Says why a command cannot go. */
    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1;

        private final boolean whole;

        Refusal(String why, boolean whole) {
            super(why, null, false, false);
            this.whole = whole;
        }

        /** Whether it is because nothing would be left. */
        boolean whole() {
            return whole;
        }
    }

    /**
     * @param at where the commands' words begin
     * @param mayEnd whether a text of which nothing is left is one
     */
    static List<Cut> cuts(String text, Outline outline, List<Integer> at, boolean mayEnd) throws Refusal {
        Pruner pruner = new Pruner(text, outline);
        for (int index : at) {
            pruner.remove(pruner.way(index));
        }
        List<Step> all = new ArrayList<>();
        for (int index : at) {
            all.addAll(pruner.way(index));
        }
        if (!mayEnd && pruner.emptied(all.get(0).sequence())) {
            throw new Refusal("it does nothing else", true);
        }
        Set<Sequence> seen = identity();
        for (Step step : all) {
            if (seen.add(step.sequence())) {
                pruner.cut(step.sequence());
            }
        }
        return pruner.outermost();
    }

    private List<Step> way(int index) throws Refusal {
        Optional<List<Step>> way = outline.to(index);
        if (way.isEmpty()) {
            throw new Refusal("its place in the script is not clear", false);
        }
        return way.get();
    }

    private boolean emptied(Sequence sequence) {
        return chains.containsAll(sequence.chains());
    }

    private void remove(List<Step> way) throws Refusal {
        for (int i = way.size() - 1; i >= 0; i--) {
            Step step = way.get(i);
            parts.add(step.part());
            if (!remove(step)) {
                return;
            }
            if (i == 0 || !emptied(step.sequence())) {
                return;
            }
            switch (step.sequence().role()) {
                case GROUP -> {
                    // The group goes, too.
                }
                case BRANCH -> {
                    stand.add(step.chain().start());
                    return;
                }
                default -> throw new Refusal("something else asks how it ends", false);
            }
        }
    }

    /** @return whether its chain is gone */
    private boolean remove(Step step) throws Refusal {
        Member member = step.member();
        if (member.negated() || step.sequence().role() == Role.CONDITION) {
            throw new Refusal("something else asks how it ends", false);
        }
        if (step.sequence().role() == Role.SUBSTITUTION) {
            throw new Refusal("what it prints is used", false);
        }
        if (text.substring(member.start(), member.end()).contains("<<")) {
            throw new Refusal("a here-document belongs to it", false);
        }
        for (Part part : member.parts()) {
            if (part != step.part() && !parts.contains(part) && !(isPlain(part) && BESIDE.contains(program(part)))) {
                throw new Refusal("it stands in a pipe with other commands", false);
            }
        }
        members.add(member);
        guards(step.chain());
        if (members.containsAll(step.chain().members())) {
            chains.add(step.chain());
            return true;
        }
        return false;
    }

    /** At the chain's begin, {@code || echo no} speaks of nothing any more. */
    private void guards(Chain chain) {
        for (Member member : chain.members()) {
            if (members.contains(member)) {
                continue;
            }
            if (member.operator().equals("||") && isGuard(member.parts())) {
                members.add(member);
                continue;
            }
            return;
        }
    }

    private boolean isGuard(List<Part> all) {
        return all.stream()
                .allMatch(part -> isPlain(part)
                        ? GUARDS.contains(program(part))
                        : part.inner().stream()
                                        .allMatch(list -> list.role() == Role.GROUP
                                                && list.chains().stream()
                                                        .flatMap(chain -> chain.members().stream())
                                                        .allMatch(member -> isGuard(member.parts())))
                                && !part.inner().isEmpty());
    }

    private static boolean isPlain(Part part) {
        return !part.compound() && part.inner().isEmpty();
    }

    private String program(Part part) {
        int end = part.start();
        while (end < part.end() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.substring(part.start(), end);
    }

    private void cut(Sequence sequence) {
        for (int i = 0; i < sequence.chains().size(); i++) {
            Chain chain = sequence.chains().get(i);
            if (!chains.contains(chain)) {
                cut(chain);
            } else if (stand.contains(chain.start())) {
                cuts.add(new Cut(chain.start(), chain.end(), ":"));
            } else {
                cuts.add(new Lines(text).of(sequence.chains(), i, chains::contains));
            }
        }
    }

    private void cut(Chain chain) {
        int kept = 0;
        while (members.contains(chain.members().get(kept))) {
            kept++;
        }
        if (kept > 0) {
            cuts.add(Cut.of(chain.start(), chain.members().get(kept).start()));
        }
        int end = chain.members().get(kept).end();
        for (Member member : chain.members().subList(kept, chain.members().size())) {
            if (members.contains(member)) {
                cuts.add(Cut.of(end, member.end()));
            }
            end = member.end();
        }
    }

    private List<Cut> outermost() {
        cuts.sort((a, b) -> a.start() != b.start() ? a.start() - b.start() : b.end() - a.end());
        List<Cut> outermost = new ArrayList<>();
        int end = -1;
        for (Cut cut : cuts) {
            if (cut.start() >= end) {
                outermost.add(cut);
                end = cut.end();
            } else if (cut.end() > end) {
                Cut last = outermost.remove(outermost.size() - 1);
                outermost.add(new Cut(last.start(), cut.end(), last.text() + cut.text()));
                end = cut.end();
            }
        }
        return outermost;
    }
}
