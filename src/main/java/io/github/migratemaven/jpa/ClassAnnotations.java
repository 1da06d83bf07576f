package io.github.migratemaven.jpa;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The annotations that a class file has on the class itself, and the class's name. Reads no further than it must.
 *
 * @param name binary name: {@code shop.Customer$Address}
 * @param types descriptors: {@code Ljakarta/persistence/Entity;}
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html">The class file format, JVMS 4</a>
 */
record ClassAnnotations(String name, Set<String> types) {
    private static final int MAGIC = 0xCAFEBABE;

    /** @throws IOException when it is no class file, too */
    static ClassAnnotations read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        if (in.readInt() != MAGIC) {
            throw new IOException("not a class file");
        }
        in.readInt();
        Map<Integer, String> texts = new HashMap<>();
        Map<Integer, Integer> classes = new HashMap<>();
        constants(in, texts, classes);
        in.readUnsignedShort();
        String name = texts.get(classes.get(in.readUnsignedShort()));
        in.readUnsignedShort();
        in.skipNBytes(2L * in.readUnsignedShort());
        for (int kind = 0; kind < 2; kind++) {
            for (int members = in.readUnsignedShort(); members > 0; members--) {
                in.skipNBytes(6);
                for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
                    in.skipNBytes(2);
                    in.skipNBytes(Integer.toUnsignedLong(in.readInt()));
                }
            }
        }
        Set<String> types = new HashSet<>();
        for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
            String attribute = texts.get(in.readUnsignedShort());
            int length = in.readInt();
            if ("RuntimeVisibleAnnotations".equals(attribute)) {
                for (int count = in.readUnsignedShort(); count > 0; count--) {
                    types.add(texts.get(in.readUnsignedShort()));
                    values(in);
                }
            } else {
                in.skipNBytes(Integer.toUnsignedLong(length));
            }
        }
        return new ClassAnnotations(name.replace('/', '.'), types);
    }

    private static void constants(DataInputStream in, Map<Integer, String> texts, Map<Integer, Integer> classes)
            throws IOException {
        int count = in.readUnsignedShort();
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts.put(i, in.readUTF());
                case 7 -> classes.put(i, in.readUnsignedShort());
                case 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    // A long and a double take two places.
                    i++;
                }
                default -> throw new IOException("unknown constant " + tag);
            }
        }
    }

    private static void values(DataInputStream in) throws IOException {
        for (int pairs = in.readUnsignedShort(); pairs > 0; pairs--) {
            in.skipNBytes(2);
            value(in);
        }
    }

    private static void value(DataInputStream in) throws IOException {
        switch (in.readUnsignedByte()) {
            case 'e' -> in.skipNBytes(4);
            case '@' -> {
                in.skipNBytes(2);
                values(in);
            }
            case '[' -> {
                for (int count = in.readUnsignedShort(); count > 0; count--) {
                    value(in);
                }
            }
            default -> in.skipNBytes(2);
        }
    }
}
