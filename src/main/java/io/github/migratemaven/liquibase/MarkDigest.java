package io.github.migratemaven.liquibase;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/**
 * A digest over many contents by their marks, each of which says where it ends. A short content is its own mark, a long one's mark is
 * its SHA-256: thousands of migrations of a few lines each go through the digest once, in large pieces.
 */
final class MarkDigest {
    private static final int SHORT = 1024;
    private static final int HEAD = 4;
    /** In the place of the length. */
    private static final int LONG = -1;

    private final MessageDigest all = Sha256.digest();
    private final byte[] gathered = new byte[32 * 1024];
    private int count;

    /** The length and the content, or, of more than a kilobyte, a sign and its digest. */
    static byte[] mark(byte[] content) {
        boolean brief = content.length <= SHORT;
        byte[] body = brief ? content : Sha256.of(content);
        byte[] mark = new byte[HEAD + body.length];
        head(mark, 0, brief ? content.length : LONG);
        System.arraycopy(body, 0, mark, HEAD, body.length);
        return mark;
    }

    void add(byte[] mark) {
        makeRoom(mark.length);
        System.arraycopy(mark, 0, gathered, count, mark.length);
        count += mark.length;
    }

    /** Adds the mark of what is left of a stream. */
    void add(InputStream in) throws IOException {
        makeRoom(HEAD + SHORT + 1);
        int start = count + HEAD;
        int length = in.readNBytes(gathered, start, SHORT + 1);
        if (length <= SHORT) {
            head(gathered, count, length);
            count = start + length;
        } else {
            byte[] digest = digest(start, length, in);
            head(gathered, count, LONG);
            System.arraycopy(digest, 0, gathered, start, digest.length);
            count = start + digest.length;
        }
    }

    private byte[] digest(int start, int length, InputStream rest) throws IOException {
        MessageDigest one = Sha256.digest();
        one.update(gathered, start, length);
        byte[] buffer = new byte[8 * 1024];
        for (int read = rest.read(buffer); read >= 0; read = rest.read(buffer)) {
            one.update(buffer, 0, read);
        }
        return one.digest();
    }

    /** Begins anew. */
    byte[] digest() {
        all.update(gathered, 0, count);
        count = 0;
        return all.digest();
    }

    private void makeRoom(int length) {
        if (count + length > gathered.length) {
            all.update(gathered, 0, count);
            count = 0;
        }
    }

    private static void head(byte[] into, int at, int value) {
        into[at] = (byte) (value >>> 24);
        into[at + 1] = (byte) (value >>> 16);
        into[at + 2] = (byte) (value >>> 8);
        into[at + 3] = (byte) value;
    }
}
