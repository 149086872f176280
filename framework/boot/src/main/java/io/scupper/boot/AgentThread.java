package io.scupper.boot;

/** A daemon thread of the agent's own: no fault ever matches on it, and no probe counts it. */
public final class AgentThread extends Thread {

    /** How the names of all Scupper's threads begin, in the agent and in the runner. */
    public static final String PREFIX = "scupper-agent";

    public AgentThread(Runnable task, String name) {
        super(null, task, name);
        setDaemon(true);
        // What started the agent may be a web application; its loader must not be kept alive by this thread.
        setContextClassLoader(ClassLoader.getSystemClassLoader());
    }
}
