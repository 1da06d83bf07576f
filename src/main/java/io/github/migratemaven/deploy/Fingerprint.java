package io.github.migratemaven.deploy;

import io.github.migratemaven.model.HistoryRow;
import io.github.migratemaven.model.Position;
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
    private static final String FORM = "1:";

    Fingerprint {
        positions = List.copyOf(positions);
    }

    /** In one line of ASCII, for a column of the journal. */
    String encoded() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            text(out, historyDigest);
            text(out, catalogueDigest);
            text(out, seal);
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
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be written to", e);
        }
        return FORM + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Empty for what no run of this version wrote. */
    static Optional<Fingerprint> decode(String stored) {
        if (!stored.startsWith(FORM)) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(
                new ByteArrayInputStream(Base64.getDecoder().decode(stored.substring(FORM.length())))))) {
            String history = text(in);
            String catalogue = text(in);
            String seal = text(in);
            List<String> files = new ArrayList<>();
            for (int count = in.readInt(); count > 0; count--) {
                files.add(text(in));
            }
            List<Position> positions = new ArrayList<>();
            for (int count = in.readInt(); count > 0; count--) {
                positions.add(new Position(files.get(in.readInt()), in.readInt(), in.readInt()));
            }
            return Optional.of(new Fingerprint(history, catalogue, seal, positions));
        } catch (IOException | RuntimeException e) {
            // Cut, or edited by hand: then it is no proof.
            return Optional.empty();
        }
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
        return rows.stream().filter(row -> !Comparison.isInternal(row)).toList();
    }
}
