package io.github.migratemaven.scan.files;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/** The scan's own threads: they end with the work. Parallel streams and forked tasks of the work run on them. */
public final class WorkThreads {
    /** More only wait for the disk and for the compiler: a scan is over before it is warm. */
    private static final int MOST = 4;

    /** Long enough that handing one out costs nothing, short enough that no thread waits for another's last. */
    private static final int ROW = 64;

    private WorkThreads() {}

    public static void run(Runnable work) {
        get(() -> {
            work.run();
            return null;
        });
    }

    /** Work on many small things, a row of them at a time. */
    @FunctionalInterface
    public interface Rows {
        /** @param end exclusive */
        void work(int begin, int end);
    }

    public static void rows(int count, Rows rows) {
        run(() -> IntStream.range(0, (count + ROW - 1) / ROW)
                .parallel()
                .forEach(row -> rows.work(row * ROW, Math.min(count, (row + 1) * ROW))));
    }

    /** @return the work's result; what it throws is thrown as it is */
    public static <T> T get(Callable<T> work) {
        ForkJoinPool pool = new ForkJoinPool(Math.min(MOST, Runtime.getRuntime().availableProcessors()));
        try {
            return pool.submit(work).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException exception
                    ? exception
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The scan was interrupted", e);
        } finally {
            pool.shutdownNow();
        }
    }
}
