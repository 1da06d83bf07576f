package io.github.migratemaven.author;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The new changesets: as few as the transactions allow. */
final class ReversedDrafts {
    private ReversedDrafts() {}

    /** @param parts the changesets that are undone, the last first */
    static List<DraftChangeset> of(List<Reversed> parts, String id, String author) {
        List<List<Reversed.Part>> groups = new ArrayList<>();
        for (Reversed reversed : parts) {
            for (Reversed.Part part : reversed.parts()) {
                List<Reversed.Part> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
                boolean together =
                        !last.isEmpty() && part.transactional() && last.get(0).transactional();
                if (!together) {
                    groups.add(new ArrayList<>());
                }
                groups.get(groups.size() - 1).add(part);
            }
        }
        Set<String> losses = new LinkedHashSet<>();
        parts.forEach(p -> losses.addAll(p.lost()));
        List<DraftChangeset> drafts = new ArrayList<>();
        for (List<Reversed.Part> group : groups) {
            String number = groups.size() == 1 ? "" : "-" + (drafts.size() + 1);
            drafts.add(new DraftChangeset(
                    id + number,
                    author,
                    group.stream().flatMap(p -> p.sql().stream()).toList(),
                    redo(group),
                    group.get(0).transactional(),
                    drafts.isEmpty() ? List.copyOf(losses) : List.of(),
                    List.of()));
        }
        return drafts;
    }

    /** The other way round; nothing where one of them cannot be taken back. */
    private static List<String> redo(List<Reversed.Part> group) {
        List<String> redo = new ArrayList<>();
        for (int i = group.size() - 1; i >= 0; i--) {
            if (group.get(i).redo().isEmpty()) {
                return List.of();
            }
            redo.addAll(group.get(i).redo());
        }
        return redo;
    }
}
