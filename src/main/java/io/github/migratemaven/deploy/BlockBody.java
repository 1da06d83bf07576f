package io.github.migratemaven.deploy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The body of a DO block: for an error in it the server tells a line of the body, not a place in the statement. */
final class BlockBody {
    private static final Pattern LINE = Pattern.compile("inline_code_block line (\\d+) ");
    /** A dollar-quoted text; its tag has letters, digits and underscores (PostgreSQL manual, section 4.1.2.4). */
    private static final Pattern OPENING = Pattern.compile("\\$(?:[A-Za-z_\\x80-\\uffff][\\w\\x80-\\uffff]*)?\\$");

    private BlockBody() {}

    /**
     * Where the failing line of the block begins.
     *
     * @param sql one statement
     * @param message the server's, with its context
     * @return in characters (code points); -1 when the error is not in the body of a DO block
     */
    static int offset(String sql, String message) {
        Matcher line = LINE.matcher(message);
        Matcher opening = OPENING.matcher(sql);
        if (!line.find() || !opening.find()) {
            return -1;
        }
        int at = opening.end();
        for (int n = Integer.parseInt(line.group(1)); n > 1; n--) {
            at = sql.indexOf('\n', at) + 1;
            if (at == 0) {
                return -1;
            }
        }
        while (at < sql.length() && Character.isWhitespace(sql.charAt(at))) {
            at++;
        }
        return sql.codePointCount(0, at);
    }
}
