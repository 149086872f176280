package io.scupper.examples.corpus.run;

import io.scupper.examples.corpus.cell.Cell;
import io.scupper.examples.corpus.cell.Jdk;
import io.scupper.examples.corpus.result.Result;
import io.scupper.examples.corpus.result.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Runs cells, so many at a time, and appends each result as soon as it is there.
 *
 * @param jdks by feature version
 * @param parallel how many at a time, from 1
 * @param done told of each result
 */
public record Campaign(
        Map<Integer, Jdk> jdks, CellProcess process, int parallel, Results results, Consumer<Result> done) {

    /**
     * Runs them, in order.
     *
     * @throws ExecutionException if one could not even be a result that says so: then the disk is full or the like
     */
    public void run(List<Cell> cells) throws InterruptedException, ExecutionException {
        var workers = Executors.newFixedThreadPool(parallel);
        var completion = new ExecutorCompletionService<Result>(workers);
        try {
            var running = new ArrayList<Future<Result>>();
            cells.forEach(cell -> running.add(completion.submit(() -> process.run(cell, jdk(cell)))));
            for (int i = 0; i < running.size(); i++) {
                Result result = completion.take().get();
                results.append(result);
                done.accept(result);
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private Jdk jdk(Cell cell) {
        Jdk jdk = jdks.get(cell.jdk());
        if (jdk == null) {
            throw new IllegalArgumentException("There is no JDK %d for %s.".formatted(cell.jdk(), cell.id()));
        }
        return jdk;
    }
}
