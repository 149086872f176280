package io.scupper.model;

/**
 * How the agent finds the pools of a library and reads them; data. It notes the receiver of a call, weakly, and reads it
 * by chains of calls without arguments and of fields, such as {@code getTotalStats().getLeased()} or
 * {@code connections.size()}; two chains joined by {@code " - "} are subtracted.
 *
 * @param library for reports, for example {@code Apache HttpClient 5}
 * @param type fully qualified name of the pool's class, or of its supertype when {@code subtypes}
 * @param method a method that is called on each lease or return
 * @param name chain that names the pool, or empty
 * @param leased chain that counts what is out
 * @param idle chain that counts what is in, or empty
 * @param pending chain that counts who waits, or empty
 * @param most chain that counts how many it may have, or empty
 */
public record PoolWatch(
        String library,
        String type,
        boolean subtypes,
        String method,
        String name,
        String leased,
        String idle,
        String pending,
        String most) {

    /** Makes one of a pool of which it is not known how many it may have. */
    public PoolWatch(
            String library,
            String type,
            boolean subtypes,
            String method,
            String name,
            String leased,
            String idle,
            String pending) {
        this(library, type, subtypes, method, name, leased, idle, pending, "");
    }
}
