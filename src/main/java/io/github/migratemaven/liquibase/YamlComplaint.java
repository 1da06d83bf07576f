package io.github.migratemaven.liquibase;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** SnakeYAML's complaints without the parser's own words. JSON changelogs are read by it, too. */
final class YamlComplaint {
    private static final Pattern ALIAS = Pattern.compile("found undefined alias (\\S+)");
    private static final Pattern TAG = Pattern.compile("Global tag is not allowed: tag:yaml\\.org,2002:(\\S+)");

    private YamlComplaint() {}

    static String words(MarkedYAMLException error) {
        String problem = String.valueOf(error.getProblem());
        String context = String.valueOf(error.getContext());
        Matcher alias = ALIAS.matcher(problem);
        Matcher tag = TAG.matcher(problem);
        if (isUnclosedQuote(error)) {
            return "the quotation mark that opens here is never closed";
        }
        if (problem.contains("(TAB)")) {
            return "a tab stands where only spaces may indent";
        }
        if (problem.contains("<stream end>")) {
            return "the file ends in the middle of a value" + opened(error);
        }
        if (context.contains("flow sequence") || context.contains("flow mapping")) {
            return "a comma or the closing bracket is missing before this" + opened(error);
        }
        if (context.contains("flow node")) {
            return "a value is missing before " + problem.replaceFirst(".*but found ", "");
        }
        if (context.contains("block mapping") || context.contains("block collection")) {
            return "the indentation does not fit: this stands in another column than what it belongs to"
                    + opened(error);
        }
        if (alias.find()) {
            return "the alias *" + alias.group(1) + " has no anchor &" + alias.group(1) + " before it";
        }
        if (tag.find()) {
            return "the tag !!" + tag.group(1) + " is not allowed: a changelog holds plain values only";
        }
        return error.getContext() == null ? problem : context + ", " + problem;
    }

    /** Where a person has to look. */
    static Mark mark(MarkedYAMLException error) {
        return isUnclosedQuote(error) ? error.getContextMark() : error.getProblemMark();
    }

    /** It is noticed at the end of the file, and made where it opens. */
    private static boolean isUnclosedQuote(MarkedYAMLException error) {
        return error.getContextMark() != null
                && String.valueOf(error.getContext()).contains("quoted scalar")
                && String.valueOf(error.getProblem()).contains("end of stream");
    }

    private static String opened(MarkedYAMLException error) {
        Mark start = error.getContextMark();
        boolean elsewhere =
                start != null && start.getLine() != error.getProblemMark().getLine();
        return elsewhere ? " (it begins in line " + (start.getLine() + 1) + ")" : "";
    }
}
