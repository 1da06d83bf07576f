package io.github.migratemaven.scan.shell;

import io.github.migratemaven.scan.Script.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Follows each command through its wrappers and keeps what is behind them. */
final class Commands {
    private static final Set<String> SHELLS = Set.of("sh", "bash", "zsh", "dash", "ash", "ksh");
    private static final int LOOKED_AT = 60;

    private final Reading reading;
    private final List<Command> found = new ArrayList<>();

    Commands(Reading reading) {
        this.reading = reading;
    }

    List<Command> found() {
        return found;
    }

    void run(Invocation command, int depth) {
        if (reading.dead > 0 || depth > Budget.DEPTH) {
            return;
        }
        Invocation invocation = command;
        for (int peeled = 0; peeled < Invocation.WRAPPERS; peeled++) {
            InnerTexts.Inner inner = InnerTexts.of(invocation);
            if (inner != null) {
                for (Traced text : inner.texts()) {
                    reading.inner(text, inner.dialect(), inner.by(), depth);
                }
                if (!inner.whole()) {
                    keep(invocation);
                }
                return;
            }
            if (split(invocation, depth)) {
                return;
            }
            Peeler.Peeled wrapper = Peeler.peel(invocation);
            if (wrapper != null && wrapper.text()) {
                reading.inner(wrapper.left().joined(0), Dialect.POSIX, wrapper.left(), depth);
                return;
            }
            if (wrapper != null && wrapper.both()) {
                keep(invocation);
            }
            Invocation left = wrapper != null ? wrapper.left() : Interpreters.peel(invocation);
            if (left == null) {
                break;
            }
            invocation = left;
        }
        last(invocation, depth);
    }

    private void last(Invocation invocation, int depth) {
        if (reading.functions().knows(invocation.text(0))) {
            Functions.Call call = reading.functions().call(invocation);
            if (call != null && call.text()) {
                Traced text = call.command().fields().get(0).traced(invocation.source());
                reading.inner(text, Dialect.POSIX, call.command().wrapped(invocation.text(0), false), depth);
            } else if (call != null
                    && depth < Budget.DEPTH
                    && !call.command().text(0).equals(invocation.text(0))) {
                run(call.command().wrapped(invocation.text(0), false), depth + 8);
            } else if (call != null) {
                keep(call.command());
            }
            return;
        }
        keep(invocation);
    }

    /** Commands that run several: {@code find -exec}, {@code mix do}. */
    private boolean split(Invocation invocation, int depth) {
        if (invocation.program().equals("find")) {
            int at = 1;
            while (at < invocation.size()) {
                boolean runs = Set.of("-exec", "-execdir", "-ok", "-okdir").contains(invocation.text(at));
                int end = at + 1;
                while (runs && end < invocation.size() && !Set.of(";", "+").contains(invocation.text(end))) {
                    end++;
                }
                if (runs && end > at + 1) {
                    Invocation inner = invocation.of(invocation.fields().subList(at + 1, end));
                    run(inner.wrapped("find -exec", false), depth + 1);
                }
                at = end;
            }
            return true;
        }
        boolean does = invocation.program().equals("mix")
                && invocation.size() > 2
                && invocation.text(1).equals("do");
        if (does) {
            mix(invocation);
        }
        return does;
    }

    /** {@code mix do ecto.drop, ecto.create + run}. */
    private void mix(Invocation invocation) {
        List<Field> one = new ArrayList<>();
        for (Field field : invocation.fields().subList(2, invocation.size())) {
            boolean comma = field.text().endsWith(",");
            if (field.text().equals("+") || field.text().equals(",")) {
                one = mixTask(invocation, one);
            } else {
                one.add(comma ? field.part(0, field.text().length() - 1) : field);
                one = comma ? mixTask(invocation, one) : one;
            }
        }
        mixTask(invocation, one);
    }

    private List<Field> mixTask(Invocation invocation, List<Field> words) {
        if (!words.isEmpty()) {
            Field first = words.get(0);
            words.add(0, Field.standing("mix", true, first.start(), first.start()));
            keep(invocation.of(words).wrapped("mix do", false));
        }
        return new ArrayList<>();
    }

    private void keep(Invocation invocation) {
        reading.functions().command(invocation);
        noteFiles(invocation);
        boolean silent = Builtins.isSilent(invocation);
        if (silent || found.size() >= Budget.COMMANDS || !reading.budget.spend(4L + invocation.size())) {
            return;
        }
        List<Word> words = new ArrayList<>();
        for (Field field : invocation.fields()) {
            words.add(field.word());
        }
        String input = invocation.input().known();
        input = input.isEmpty() ? written(invocation) : input;
        found.add(new Command(
                words,
                invocation.environment(),
                invocation.source(),
                invocation.wrappers(),
                invocation.remote(),
                input,
                invocation.input().file(),
                reading.folder()));
    }

    private void noteFiles(Invocation invocation) {
        String first = invocation.text(0);
        if (SHELLS.contains(invocation.program())) {
            invocation.fields().stream()
                    .skip(1)
                    .map(Field::text)
                    .filter(text -> !text.startsWith("-"))
                    .limit(1)
                    .forEach(reading.files::run);
        } else if (first.contains("/") || first.endsWith(".sh")) {
            reading.files.run(first);
        }
    }

    /** What the script itself wrote into a file that the command reads. */
    private String written(Invocation invocation) {
        String file = invocation.input().file();
        for (int i = 0; file.isEmpty() && i < Math.min(LOOKED_AT, invocation.size()); i++) {
            file = i > 0 && reading.files.knows(invocation.text(i)) ? invocation.text(i) : file;
        }
        Traced text = file.isEmpty() ? null : reading.files.text(file);
        return text != null && reading.budget.spend(text.text().length()) ? text.text() : "";
    }
}
