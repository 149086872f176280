package io.scupper.explain;

/** What to close, bound or cancel, by the kind of what grew. A reviewed list, never made up at run time. */
final class Advice {

    private Advice() {}

    static String ofCollected() {
        return "Close it in try-with-resources: a cleaner runs only when the heap happens to be collected, be the limit of"
                + " open files reached or not. If you rely on that, say acceptCollected.";
    }

    static String of(String probe, String name) {
        return switch (probe) {
            case "heap" ->
                "Find the collection, cache or listener list that keeps " + shortName(name)
                        + ", and bound it or remove the entry when the operation ends, on failures too.";
            case "threads" ->
                "Give the task a time limit and cancel it with interruption (Future.cancel(true)) when the"
                        + " limit is reached, or shut its executor down.";
            case "leases" ->
                "Close every response or connection in try-with-resources, on errors too; bound the wait for a"
                        + " lease, and renew the client when leases outlive their calls.";
            case "sockets" ->
                name.startsWith("CLOSE_WAIT")
                        ? "The peer has closed and this side has not: close the response or connection it belongs to."
                        : "Close what opened these connections, or share one client instead of making one for each call.";
            case "tasks" ->
                "Cancel the task when nobody waits for it any more, and remove it from its queue"
                        + " (setRemoveOnCancelPolicy); a virtual thread needs a bounded wait.";
            case "buffers" ->
                "Release the buffer (Netty: release(), or the decoder's destroy()) or let one owner reuse it;"
                        + " the JDK frees a direct buffer only after a collection.";
            case "classes" ->
                "Make the proxy, script or class loader once and share it, and close the loader when it is"
                        + " replaced.";
            case "thread-locals" ->
                "Call ThreadLocal.remove in a finally block where the work of the thread ends; a pool's threads do not.";
            case "delete-on-exit" -> "Delete the file yourself: File.deleteOnExit keeps its name until the JVM ends.";
            case "descriptors" -> "Close the file, socket or pipe in try-with-resources.";
            case "redis" ->
                "Let the consumer hand messages over to a bounded queue, and set client-output-buffer-limit so"
                        + " that Redis cuts a slow one off.";
            default -> "Compare with the bound that the test declares, and close what holds it.";
        };
    }

    private static String shortName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
