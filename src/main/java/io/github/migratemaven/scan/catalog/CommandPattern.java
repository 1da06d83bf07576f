package io.github.migratemaven.scan.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a command line is recognised.
 *
 * @param programs names that it may be started by, lower case
 * @param words sequences of words, one of which must be there; none = the program alone is enough
 * @param anywhere whether the words may stand anywhere among other goals or tasks, and not only as the first
 * @param abbreviated whether words may be shortened part by part ({@code d:s:u})
 * @param evident whether the words say it all even where the program is not known ({@code $MVN flyway:clean})
 * @param scripted whether a package manager may start it by its name ({@code npm run prisma -- db push})
 * @param values options that take the next word as their value
 * @param needs of each group, one option must be there
 * @param unless options or words with which it does no harm
 * @param asksUnless options without which it asks a person; empty = it never asks
 * @param destructive options that make it worse, for showing
 * @param containing texts, one of which must be in an argument
 * @param sql where its SQL comes from, which must destroy something
 */
record CommandPattern(
        Set<String> programs,
        List<List<Glob>> words,
        boolean anywhere,
        boolean abbreviated,
        boolean evident,
        boolean scripted,
        Set<String> values,
        List<List<OptionPattern>> needs,
        List<OptionPattern> unless,
        List<OptionPattern> asksUnless,
        List<OptionPattern> destructive,
        List<String> containing,
        Optional<SqlInput> sql) {
    /** Stands at the end of words that no other may follow. */
    private static final String END = "$";

    /** Whether it is no word, but says that none follows. */
    static boolean isEnd(Glob glob) {
        return !glob.open() && glob.prefix().equals(END);
    }

    /** The words and options that made it match, in order, for showing; empty = no match. SQL is not looked at. */
    Optional<List<String>> match(List<Arg> args) {
        if (onlyExplains(args) || anyOf(unless, args).isPresent()) {
            return Optional.empty();
        }
        Optional<List<String>> shown = wordsIn(args);
        if (shown.isEmpty() || !contains(args)) {
            return Optional.empty();
        }
        List<String> all = new ArrayList<>(shown.get());
        for (List<OptionPattern> group : needs) {
            Optional<OptionPattern> met = anyOf(group, args);
            if (met.isEmpty()) {
                return Optional.empty();
            }
            all.add(met.get().toString());
        }
        for (OptionPattern option : destructive) {
            if (option.in(args) && !all.contains(option.toString())) {
                all.add(option.toString());
            }
        }
        return Optional.of(all);
    }

    private static Optional<OptionPattern> anyOf(List<OptionPattern> options, List<Arg> args) {
        for (OptionPattern option : options) {
            if (option.in(args)) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }

    /** Whether it asks before it acts. */
    boolean asks(List<Arg> args) {
        return !asksUnless.isEmpty() && anyOf(asksUnless, args).isEmpty();
    }

    /** A lone {@code -h} at the end asks for help; elsewhere it is the host of psql and its like. */
    private static boolean onlyExplains(List<Arg> args) {
        if (args.isEmpty()) {
            return false;
        }
        String last = args.get(args.size() - 1).text();
        return last.equals("-h")
                || last.equals("-?")
                // In the middle it takes a value: hasura migrate apply --version 1.
                || last.equals("--version")
                || args.get(0).text().equals("--version")
                || args.get(0).text().equals("help")
                || asksForHelp(args);
    }

    private static boolean asksForHelp(List<Arg> args) {
        for (Arg arg : args) {
            if (arg.text().equals("--help") || arg.text().equals("-help")) {
                return true;
            }
        }
        return false;
    }

    private boolean contains(List<Arg> args) {
        for (Arg arg : args) {
            for (String text : containing) {
                if (arg.text().contains(text)) {
                    return true;
                }
            }
        }
        return containing.isEmpty();
    }

    private Optional<List<String>> wordsIn(List<Arg> args) {
        if (words.isEmpty()) {
            return Optional.of(List.of());
        }
        List<String> among = anywhere ? positional(args) : List.of();
        for (List<Glob> sequence : words) {
            Optional<List<String>> met = anywhere ? among(among, sequence) : first(args, sequence);
            if (met.isPresent()) {
                return met;
            }
        }
        return Optional.empty();
    }

    private Optional<List<String>> among(List<String> given, List<Glob> sequence) {
        for (int at = 0; at + sequence.size() <= given.size(); at++) {
            int k = 0;
            while (k < sequence.size() && is(sequence.get(k), given.get(at + k))) {
                k++;
            }
            if (k == sequence.size()) {
                return Optional.of(List.copyOf(given.subList(at, at + k)));
            }
        }
        return Optional.empty();
    }

    /**
     * The sequence as the tool's first words, options between them. The word behind an option that we do not know may be its
     * value, and an expansion of unknown value may be options: neither is held against the match.
     */
    private Optional<List<String>> first(List<Arg> args, List<Glob> given) {
        boolean ends = isEnd(given.get(given.size() - 1));
        List<Glob> sequence = ends ? given.subList(0, given.size() - 1) : given;
        List<String> met = new ArrayList<>(sequence.size());
        boolean value = false;
        boolean maybeValue = false;
        for (Arg arg : args) {
            if (value) {
                value = false;
            } else if (arg.option()) {
                value = arg.value() == null && values.contains(arg.name());
                maybeValue = arg.value() == null && !value;
            } else if (!arg.text().equals("--")) {
                if (met.size() == sequence.size()) {
                    return Optional.empty();
                }
                if (is(sequence.get(met.size()), arg.text())) {
                    met.add(arg.text());
                    if (met.size() == sequence.size() && !ends) {
                        return Optional.of(met);
                    }
                } else if (!maybeValue && !arg.unknown()) {
                    return Optional.empty();
                }
                maybeValue = false;
            }
        }
        return ends && met.size() == sequence.size() ? Optional.of(met) : Optional.empty();
    }

    private boolean is(Glob expected, String given) {
        return abbreviated ? expected.matchesAbbreviated(given) : expected.matches(given);
    }

    /** What is neither option nor an option's value; quoted lists such as {@code "db:drop db:create"} taken apart. */
    private List<String> positional(List<Arg> args) {
        List<String> found = new ArrayList<>(args.size());
        boolean value = false;
        for (Arg arg : args) {
            if (value) {
                value = false;
            } else if (arg.option()) {
                value = arg.value() == null && values.contains(arg.name());
            } else {
                Tokens.split(arg.text(), " \t\n;,", found);
            }
        }
        return found;
    }
}
