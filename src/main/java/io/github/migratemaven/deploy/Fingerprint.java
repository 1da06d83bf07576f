package io.github.migratemaven.deploy;

import io.github.migratemaven.model.HistoryRow;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.port.Session;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * What a run leaves behind when changelog and history said the same: as long as none of it changes, they still do
 * (docs/decisions/009).
 *
 * @param historyDigest of the history as it was compared
 * @param catalogueDigest of the schema's objects as the run left them
 * @param seal of what the changelog was read from
 * @param positions where the changelog declares each applied changeset, in the history's order
 */
record Fingerprint(String historyDigest, String catalogueDigest, String seal, List<Position> positions) {
    /** Of the stored form; another one is not understood and so does not hold. */
    private static final String FORM = "1";

    Fingerprint {
        positions = List.copyOf(positions);
    }

    /** Whether history and catalogue are what they were. */
    boolean holds(Session.Glance glance) {
        return historyDigest.equals(glance.historyDigest()) && catalogueDigest.equals(glance.catalogueDigest());
    }

    /** In one line of ASCII, for a column of the journal: the form, what decides, and, to be left out at will, positions. */
    String encoded() {
        return FORM + ":" + packed(this::proof) + ":" + packed(this::positions);
    }

    private void proof(DataOutputStream out) throws IOException {
        text(out, historyDigest);
        text(out, catalogueDigest);
        text(out, seal);
    }

    private void positions(DataOutputStream out) throws IOException {
        Map<String, Integer> files = new LinkedHashMap<>();
        positions.forEach(p -> files.putIfAbsent(p.file(), files.size()));
        out.writeInt(files.size());
        for (String file : files.keySet()) {
            text(out, file);
        }
        out.writeInt(positions.size());
        for (Position position : positions) {
            out.writeInt(files.get(position.file()));
            out.writeInt(position.line());
            out.writeInt(position.column());
        }
    }

    private interface Writer {
        void write(DataOutputStream out) throws IOException;
    }

    private static String packed(Writer content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            content.write(out);
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be written to", e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /**
     * @param stored with or without its last part; then there are no positions
     * @return empty for what no run of this version wrote
     */
    static Optional<Fingerprint> decode(String stored) {
        String[] parts = stored.split(":");
        if (parts.length < 2 || !parts[0].equals(FORM)) {
            return Optional.empty();
        }
        try (DataInputStream proof = unpacked(parts[1]);
                DataInputStream places = unpacked(parts.length < 3 ? "" : parts[2])) {
            return Optional.of(new Fingerprint(
                    text(proof), text(proof), text(proof), parts.length < 3 ? List.of() : positions(places)));
        } catch (IOException | RuntimeException e) {
            // Cut, or edited by hand: then it is no proof.
            return Optional.empty();
        }
    }

    private static DataInputStream unpacked(String packed) {
        return new DataInputStream(new InflaterInputStream(
                new ByteArrayInputStream(Base64.getDecoder().decode(packed))));
    }

    private static List<Position> positions(DataInputStream in) throws IOException {
        List<String> files = new ArrayList<>();
        for (int count = in.readInt(); count > 0; count--) {
            files.add(text(in));
        }
        List<Position> positions = new ArrayList<>();
        for (int count = in.readInt(); count > 0; count--) {
            positions.add(new Position(files.get(in.readInt()), in.readInt(), in.readInt()));
        }
        return positions;
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("it ends too early");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The history's rows that belong to changesets. */
    static List<HistoryRow> changesets(List<HistoryRow> rows) {
        List<HistoryRow> changesets = new ArrayList<>();
        for (HistoryRow row : rows) {
            if (!Comparison.isInternal(row)) {
                changesets.add(row);
            }
        }
        return changesets;
    }
}
