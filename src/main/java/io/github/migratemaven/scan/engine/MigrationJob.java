package io.github.migratemaven.scan.engine;

import io.github.migratemaven.model.Finding;
import java.util.ArrayList;
import java.util.List;

/** What takes the place of a push: a job of its own, in the words of the pipeline that the findings come from. */
public final class MigrationJob {
    private static final List<String> GITHUB = List.of(
            "  migrate:",
            "    runs-on: ubuntu-latest",
            "    steps:",
            "      - uses: actions/checkout@v4",
            "      - run: mvn -B migrate:deploy",
            "        env:",
            "          DATABASE_URL: ${{ secrets.DATABASE_URL }}",
            "  deploy:",
            "    needs: migrate");

    private static final List<String> GITLAB =
            List.of("  migrate:", "    script:", "      - mvn -B migrate:deploy", "  deploy:", "    needs: [migrate]");

    private MigrationJob() {}

    /** A sentence and a snippet below it. */
    public static List<String> lines(List<Finding> findings) {
        boolean gitlab = false;
        for (Finding finding : findings) {
            for (Finding.Stop stop : finding.route()) {
                gitlab |= stop.position().file().contains(".gitlab-ci");
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add("Apply migrations with mvn migrate:deploy in a job of its own, before the code is deployed:");
        lines.addAll(gitlab ? GITLAB : GITHUB);
        return lines;
    }
}
