package io.github.migratemaven.scan.fix;

import io.github.migratemaven.scan.shell.Outline.Chain;
import java.util.List;
import java.util.function.Predicate;

/** How much of a text goes with a chain of commands, so that what stands beside it is as it was. */
record Lines(String text) {
    /** @param gone which of the list's chains go */
    Cut of(List<Chain> list, int at, Predicate<Chain> gone) {
        Chain chain = list.get(at);
        int separator = separator(chain.end());
        int begin = lineStart(chain.start());
        int end = pastComment(separator);
        if (blank(begin, chain.start()) && (end == text.length() || text.charAt(end) == '\n')) {
            return Cut.of(begin, Math.min(end + 1, text.length()));
        }
        if (at + 1 < list.size() && text.indexOf('\n', chain.end()) < 0
                || at + 1 < list.size()
                        && text.indexOf('\n', chain.end()) >= list.get(at + 1).start()) {
            return Cut.of(chain.start(), list.get(at + 1).start());
        }
        Chain before = at > 0 ? list.get(at - 1) : null;
        boolean beside =
                before != null && text.substring(before.end(), chain.start()).indexOf('\n') < 0;
        if (beside
                && !gone.test(before)
                && text.substring(before.end(), chain.start()).contains(";")) {
            return Cut.of(before.end(), chain.end());
        }
        return beside ? Cut.of(chain.start(), separator) : new Cut(chain.start(), chain.end(), ":");
    }

    int lineStart(int index) {
        return text.lastIndexOf('\n', index - 1) + 1;
    }

    boolean blank(int start, int end) {
        return text.substring(start, end).isBlank();
    }

    /** Past the {@code ;} or {@code &} behind a chain. */
    private int separator(int end) {
        int at = blanks(end);
        boolean one = at < text.length() && (text.charAt(at) == ';' || text.charAt(at) == '&');
        boolean two = at + 1 < text.length() && text.charAt(at + 1) == text.charAt(at);
        return one && !two ? at + 1 : end;
    }

    private int pastComment(int from) {
        int at = blanks(from);
        if (at < text.length() && text.charAt(at) == '#') {
            int end = text.indexOf('\n', at);
            return end < 0 ? text.length() : end;
        }
        return at;
    }

    private int blanks(int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t' || text.charAt(at) == '\r')) {
            at++;
        }
        return at;
    }
}
