package io.github.migratemaven.scan.files.image;

import io.github.migratemaven.scan.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Images whose entry point is a migration tool: what is given to such a container are the tool's arguments. */
final class ToolImage {
    /** By the image's name without registry, organisation and tag. */
    private static final Map<String, String> TOOLS = Map.of(
            "flyway", "flyway",
            "liquibase", "liquibase",
            "migrate", "migrate",
            "dbmate", "dbmate",
            "atlas", "atlas",
            "goose", "goose",
            "sqitch", "sqitch",
            "skeema", "skeema",
            "psqldef", "psqldef",
            "mysqldef", "mysqldef");

    private ToolImage() {}

    /** The tool that an image starts; empty for an image of another kind. */
    static Optional<String> of(String image) {
        String name = image.substring(image.lastIndexOf('/') + 1);
        int end = 0;
        while (end < name.length() && name.charAt(end) != ':' && name.charAt(end) != '@') {
            end++;
        }
        return Optional.ofNullable(TOOLS.get(name.substring(0, end)));
    }

    /** The arguments behind the tool's name, which stands where the first of them does. */
    static List<Source> command(String tool, List<Source> arguments) {
        List<Source> words = new ArrayList<>();
        words.add(before(tool, arguments.get(0), ""));
        words.addAll(arguments);
        return words;
    }

    /** A command line behind the tool's name. */
    static Source line(String tool, Source arguments) {
        return before(tool + ' ', arguments, arguments.text());
    }

    private static Source before(String text, Source place, String rest) {
        int[] offsets = new int[text.length() + rest.length() + 1];
        Arrays.fill(offsets, 0, text.length() + 1, place.offset(0));
        for (int i = 0; i <= rest.length() && !rest.isEmpty(); i++) {
            offsets[text.length() + i] = place.offset(i);
        }
        return Source.mapped(place.file(), text + rest, offsets);
    }
}
