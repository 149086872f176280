package io.scupper.agent.jvm;

import io.scupper.boot.AgentThread;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls the subject's code without trusting it to return: a lock that a parked thread holds must not silence the agent.
 * Each call has a daemon thread of its own, which is left behind when the time is over.
 */
public final class Bounded {

    private Bounded() {}

    /**
     * Calls and waits for the result.
     *
     * @param what for the message, a noun phrase
     * @param millis at the most
     * @throws IllegalStateException if it did not return in time, with what it was doing
     * @throws Exception what the call threw
     */
    public static <T> T call(String what, long millis, Callable<T> call) throws Exception {
        // The thread is a plain one, for a FutureTask may be woven itself: on an agent's thread nothing matches.
        var task = new FutureTask<T>(call);
        var thread = new AgentThread(task, AgentThread.PREFIX + "-call");
        thread.start();
        try {
            return task.get(millis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception) {
                throw (Exception) e.getCause();
            }
            throw (Error) e.getCause();
        } catch (TimeoutException e) {
            StackTraceElement[] stack = thread.getStackTrace();
            thread.interrupt();
            String where = stack.length == 0 ? "" : ", it stands in " + stack[0];
            throw new IllegalStateException(what + " did not return within " + millis + " ms" + where + ".", e);
        }
    }
}
