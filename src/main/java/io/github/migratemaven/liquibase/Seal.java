package io.github.migratemaven.liquibase;

import io.github.migratemaven.liquibase.SourcePlaces.Listing;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was looked at to read a changelog, and one digest of what was found there. The digest alone tells whether anything
 * changed; the rest says where to look.
 *
 * @param paths that were looked up: true where the content was read, too, false where only its being there counts
 * @param names of the parameters that were asked for
 * @param digest SHA-256 in hex; see {@link #digest}
 */
record Seal(SortedMap<String, Boolean> paths, SortedSet<Listing> listings, SortedSet<String> names, String digest) {
    private static final String SEPARATOR = "\u0000";

    String encoded() {
        List<String> lines = new ArrayList<>();
        lines.add(digest);
        listings.forEach(l ->
                lines.add(String.join(SEPARATOR, "L", l.path(), "" + l.minDepth(), "" + l.maxDepth(), l.ending())));
        names.forEach(name -> lines.add("N" + SEPARATOR + name));
        paths.forEach((path, read) -> lines.add((read ? "R" : "P") + SEPARATOR + path));
        return String.join("\n", lines);
    }

    /** Empty for what {@link #encoded} did not write. */
    static Optional<Seal> decode(String text) {
        String[] lines = text.split("\n");
        Seal seal = new Seal(new TreeMap<>(), new TreeSet<>(), new TreeSet<>(), lines[0]);
        for (int i = 1; i < lines.length; i++) {
            String[] cells = lines[i].split(SEPARATOR, -1);
            if (cells[0].equals("L") && cells.length == 5) {
                seal.listings.add(
                        new Listing(cells[1], Integer.parseInt(cells[2]), Integer.parseInt(cells[3]), cells[4]));
            } else if (cells[0].equals("N") && cells.length == 2) {
                seal.names.add(cells[1]);
            } else if (cells.length == 2) {
                seal.paths.put(cells[1], cells[0].equals("R"));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(seal);
    }

    /** Over texts of any content: the length of each goes in before it. */
    static String digest(Collection<String> texts) {
        MessageDigest sha = sha256();
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            sha.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            sha.update(bytes);
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    static String digest(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
