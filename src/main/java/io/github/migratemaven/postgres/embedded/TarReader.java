package io.github.migratemaven.postgres.embedded;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads a tar archive entry by entry: POSIX ustar with pax headers, and GNU tar's long names (GNU tar manual, "Basic Tar
 * Format"; POSIX.1-2017, pax, "ustar Interchange Format"). No sparse files.
 */
final class TarReader {
    private static final int BLOCK = 512;
    /** Names and headers are short; whoever says otherwise is no archive. */
    private static final int LONGEST_HEADER = 1 << 20;

    private final InputStream in;
    /** Of the current entry, with its padding. */
    private long left;

    private long size;

    TarReader(InputStream in) {
        this.in = in;
    }

    enum Kind {
        FILE,
        FOLDER,
        SYMBOLIC_LINK,
        OTHER
    }

    /**
     * @param mode permission bits
     * @param target of a link; empty for everything else
     */
    record Entry(String name, Kind kind, int mode, String target) {}

    /** The next entry; null after the last. Skips what was not read of the one before. */
    Entry next() throws IOException {
        Map<String, String> longer = new HashMap<>();
        while (true) {
            in.skipNBytes(left);
            byte[] header = in.readNBytes(BLOCK);
            if (header.length < BLOCK || isEmpty(header)) {
                left = 0;
                return null;
            }
            check(header);
            size = longer.containsKey("size") ? Long.parseLong(longer.get("size")) : number(header, 124, 12);
            left = (size + BLOCK - 1) / BLOCK * BLOCK;
            switch (header[156]) {
                case 'L' -> longer.put("path", withoutNul(text()));
                case 'K' -> longer.put("linkpath", withoutNul(text()));
                case 'x' -> longer.putAll(records(text()));
                case 'g' -> {
                    // For all entries that follow; nothing that we would want.
                }
                default -> {
                    return entry(header, longer);
                }
            }
        }
    }

    private static Entry entry(byte[] header, Map<String, String> longer) {
        String prefix = string(header, 257, 6).equals("ustar") ? string(header, 345, 155) : "";
        String name = string(header, 0, 100);
        name = longer.getOrDefault("path", prefix.isEmpty() ? name : prefix + "/" + name);
        Kind kind = switch (header[156]) {
            case 0, '0' -> name.endsWith("/") ? Kind.FOLDER : Kind.FILE;
            case '5' -> Kind.FOLDER;
            case '2' -> Kind.SYMBOLIC_LINK;
            default -> Kind.OTHER;
        };
        String target = kind == Kind.SYMBOLIC_LINK ? longer.getOrDefault("linkpath", string(header, 157, 100)) : "";
        return new Entry(name, kind, (int) number(header, 100, 8), target);
    }

    /** Copies the content of the current entry. */
    void copy(OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 16];
        while (size > 0) {
            int count = in.read(buffer, 0, (int) Math.min(buffer.length, size));
            if (count < 0) {
                throw new EOFException("the archive ends in the middle of a file");
            }
            out.write(buffer, 0, count);
            size -= count;
            left -= count;
        }
    }

    private String text() throws IOException {
        if (size > LONGEST_HEADER) {
            throw new IOException("the archive has a header of " + size + " bytes");
        }
        byte[] bytes = in.readNBytes((int) size);
        left -= bytes.length;
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Lines of the form {@code length name=value}. Only ASCII counts for the length here: names of servers' files are. */
    private static Map<String, String> records(String text) {
        Map<String, String> records = new HashMap<>();
        for (String line : text.split("\n")) {
            int blank = line.indexOf(' ');
            int equals = line.indexOf('=', blank);
            if (blank > 0 && equals > 0) {
                records.put(line.substring(blank + 1, equals), line.substring(equals + 1));
            }
        }
        return records;
    }

    /** The sum of all bytes of the header, its own field counted as blanks. */
    private static void check(byte[] header) throws IOException {
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xff;
        }
        if (sum != number(header, 148, 8)) {
            throw new IOException("the archive is damaged: a header's sum is wrong");
        }
    }

    private static boolean isEmpty(byte[] header) {
        for (byte b : header) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    /** Octal digits; GNU tar's binary form for what is too large. */
    private static long number(byte[] header, int from, int length) {
        long value = 0;
        boolean binary = header[from] < 0;
        for (int i = from; i < from + length; i++) {
            if (binary) {
                value = value << 8 | (i == from ? header[i] & 0x7f : header[i] & 0xff);
            } else if (header[i] >= '0' && header[i] <= '7') {
                value = value << 3 | header[i] - '0';
            }
        }
        return value;
    }

    private static String string(byte[] header, int from, int length) {
        return withoutNul(new String(header, from, length, StandardCharsets.UTF_8));
    }

    private static String withoutNul(String text) {
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }
}
