package io.github.migratemaven.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** A network between client and server that resets all connections at a chosen moment, and then works again. */
final class CuttingProxy implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int server;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);
    private volatile Predicate<String> lastWords = text -> false;
    private volatile boolean mute;

    CuttingProxy(int server) throws IOException {
        this.server = server;
        daemon(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** @param bytes how many, in both directions together, still pass */
    void cutAfter(long bytes) {
        left.set(bytes);
    }

    /** Delivers the next message of the client that is such, then cuts before the answer. */
    void cutAfterSending(Predicate<String> message) {
        lastWords = message;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Socket back = new Socket(InetAddress.getLoopbackAddress(), server);
                open.add(client);
                open.add(back);
                daemon(() -> pump(client, back, true));
                daemon(() -> pump(back, client, false));
            } catch (IOException e) {
                continue;
            }
        }
    }

    private void pump(Socket from, Socket to, boolean ofClient) {
        byte[] buffer = new byte[65_536];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                boolean last = ofClient && lastWords.test(new String(buffer, 0, n));
                if (last) {
                    lastWords = text -> false;
                    mute = true;
                }
                int may = (int) Math.max(0, Math.min(n, left.get()));
                if (ofClient || !mute) {
                    out.write(buffer, 0, may);
                    out.flush();
                }
                if (last) {
                    // Time for the server to do it; its answer comes back through the other pump, which is closed by
                    // then.
                    left.set(0);
                    Thread.sleep(300);
                }
                long before = left.getAndAdd(-n);
                if (last || before > 0 && before <= n) {
                    cut();
                }
            }
        } catch (IOException | InterruptedException e) {
            return;
        }
    }

    private synchronized void cut() throws IOException {
        for (Socket socket : open) {
            if (!socket.isClosed()) {
                // A reset instead of a good-bye.
                socket.setSoLinger(true, 0);
                socket.close();
            }
        }
        open.clear();
        mute = false;
        left.set(Long.MAX_VALUE);
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "cutting-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cut();
    }
}
