package io.scupper.examples.causes.taskleak;

import io.scupper.examples.causes.WorkServer;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Waits a little for the approval of each order, in a task of its own; nobody approves. */
public final class TaskLeak {

    private static final long PATIENCE_MILLIS = 5;
    private static final long IDLE_MILLIS = 500;

    private final ExecutorService tasks = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, IDLE_MILLIS, TimeUnit.MILLISECONDS, new SynchronousQueue<>(), named());

    private TaskLeak() {}

    public static void main(String[] args) throws IOException {
        var service = new TaskLeak();
        WorkServer.serve(WorkServer.isRemedied(args) ? service::order : service::orderAndForget);
    }

    /** The leak: who stops waiting for the task does not stop the task. */
    private String orderAndForget(String id) throws InterruptedException, ExecutionException {
        Future<String> approval = approval();
        try {
            return approval.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return id + " is not approved yet";
        }
    }

    // tag::remedy[]
    private String order(String id) throws InterruptedException, ExecutionException {
        Future<String> approval = approval();
        try {
            return approval.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return id + " is not approved yet";
        } finally {
            approval.cancel(true);
        }
    }
    // end::remedy[]

    private Future<String> approval() {
        BlockingQueue<String> approvals = new LinkedBlockingQueue<>();
        return tasks.submit(approvals::take);
    }

    private static ThreadFactory named() {
        var count = new AtomicInteger();
        return task -> new Thread(task, "approval-" + count.incrementAndGet());
    }
}
