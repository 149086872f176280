package io.scupper.heap.growth;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Something of each of the two dumps.
 *
 * @param before of the earlier
 * @param after of the later
 */
public record Both<T>(T before, T after) {

    /** Works it out for both at once, where there are two cores. What fails of the earlier is thrown first. */
    public static <T> Both<T> of(Supplier<? extends T> before, Supplier<? extends T> after) {
        CompletableFuture<? extends T> first = CompletableFuture.supplyAsync(before);
        CompletableFuture<? extends T> second = CompletableFuture.supplyAsync(after);
        T earlier = result(first, second);
        return new Both<>(earlier, result(second, first));
    }

    /** Waits for one, and for the other one too if that fails: nothing of it goes on unseen. */
    private static <T> T result(CompletableFuture<? extends T> of, CompletableFuture<? extends T> other) {
        try {
            return of.join();
        } catch (CompletionException e) {
            other.exceptionally(ignored -> null).join();
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException exception ? exception : e;
        }
    }
}
