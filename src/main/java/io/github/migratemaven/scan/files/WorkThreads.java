package io.github.migratemaven.scan.files;

import java.util.ArrayList;
import java.util.List;

/**
 * The scan's own threads: they end with the work. Plain threads around plain loops: under a pool's own calls, which grow hot with the
 * work, the JVM's compiler would compile the work once more for every way in.
 */
public final class WorkThreads {
    /** More only wait for the disk and for the compiler: a scan is over before it is warm. */
    private static final int MOST = 4;

    /** Long enough that handing one out costs nothing, short enough that no thread waits for another's last. */
    private static final int ROW = 64;

    private WorkThreads() {}

    /** Work on many small things, a row of them at a time. */
    @FunctionalInterface
    public interface Rows {
        /** @param end exclusive */
        void work(int begin, int end);
    }

    /** A piece of work that may make more of them. */
    interface Task {
        /** @return what is to be done as a consequence, in any order */
        List<? extends Task> work();
    }

    /** Ends when all rows are done; what one throws is thrown as it is. */
    public static void rows(int count, Rows rows) {
        List<Row> tasks = new ArrayList<>();
        for (int begin = 0; begin < count; begin += ROW) {
            tasks.add(new Row(rows, begin, Math.min(count, begin + ROW)));
        }
        all(tasks);
    }

    /** Ends when all tasks are done, and those that they made; what one throws is thrown as it is. */
    static void all(List<? extends Task> tasks) {
        Pile pile = new Pile(tasks);
        List<Thread> others = new ArrayList<>();
        int most = Math.min(Math.min(MOST, Runtime.getRuntime().availableProcessors()), Math.max(1, tasks.size()));
        for (int i = 1; i < most; i++) {
            Thread other = new Thread(pile, "migrate-scan-" + i);
            other.setDaemon(true);
            other.start();
            others.add(other);
        }
        pile.run();
        try {
            for (Thread other : others) {
                other.join();
            }
        } catch (InterruptedException e) {
            pile.stop(new IllegalStateException("The scan was interrupted", e));
            Thread.currentThread().interrupt();
        }
        pile.check();
    }

    /** The tasks that nobody has begun yet, of all threads. */
    private static final class Pile implements Runnable {
        private final List<Task> waiting;
        private int busy;
        private Throwable thrown;

        Pile(List<? extends Task> tasks) {
            waiting = new ArrayList<>(tasks);
        }

        @Override
        public void run() {
            try {
                for (Task task = next(List.of(), false); task != null; ) {
                    task = next(task.work(), true);
                }
            } catch (InterruptedException e) {
                stop(new IllegalStateException("The scan was interrupted", e));
                Thread.currentThread().interrupt();
            } catch (RuntimeException | Error e) {
                stop(e);
            }
        }

        /** Waits as long as there may be more to do; null = there is not. */
        private synchronized Task next(List<? extends Task> more, boolean done) throws InterruptedException {
            busy -= done ? 1 : 0;
            for (int i = more.size() - 1; i >= 0; i--) {
                waiting.add(more.get(i));
            }
            if (done && (busy == 0 || more.size() > 1)) {
                notifyAll();
            }
            while (thrown == null && waiting.isEmpty() && busy > 0) {
                wait();
            }
            Task next = thrown == null && !waiting.isEmpty() ? waiting.remove(waiting.size() - 1) : null;
            busy += next == null ? 0 : 1;
            return next;
        }

        synchronized void stop(Throwable reason) {
            thrown = thrown == null ? reason : thrown;
            notifyAll();
        }

        synchronized void check() {
            if (thrown instanceof Error error) {
                throw error;
            }
            if (thrown instanceof RuntimeException exception) {
                throw exception;
            }
        }
    }

    private record Row(Rows rows, int begin, int end) implements Task {
        @Override
        public List<Task> work() {
            rows.work(begin, end);
            return List.of();
        }
    }
}
