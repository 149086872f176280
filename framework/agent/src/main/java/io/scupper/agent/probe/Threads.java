package io.scupper.agent.probe;

import io.scupper.boot.AgentThread;
import io.scupper.control.Line;
import io.scupper.control.Verbs;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.ArrayList;
import java.util.List;

/** Reads the live platform threads and their topmost frames, without Scupper's own. */
final class Threads {

    /** How many frames are told. */
    private static final int SHOWN = 12;

    /** How many are read, because a thread that a fault holds has frames of the agent's on top. */
    private static final int READ = 24;

    private Threads() {}

    static void addTo(List<Line> lines) {
        for (ThreadInfo each : ManagementFactory.getThreadMXBean().dumpAllThreads(false, false, READ)) {
            if (each != null && !each.getThreadName().startsWith(AgentThread.PREFIX)) {
                lines.add(line(each));
            }
        }
    }

    private static Line line(ThreadInfo thread) {
        var fields = new ArrayList<Object>();
        fields.add(thread.getThreadName());
        fields.add(thread.getThreadState());
        for (StackTraceElement frame : thread.getStackTrace()) {
            if (fields.size() < SHOWN + 2 && !frame.getClassName().startsWith("io.scupper.agent.")) {
                fields.add(shown(frame));
            }
        }
        return Line.of(Verbs.THREAD, fields.toArray());
    }

    /** Without loader, module and version, which differ between JVMs: {@code com.acme.Orders.read(Orders.java:41)}. */
    static String shown(StackTraceElement frame) {
        String file = frame.getFileName();
        String where = frame.isNativeMethod() ? "Native Method" : file == null ? "Unknown Source" : file;
        String line = frame.getLineNumber() >= 0 ? ":" + frame.getLineNumber() : "";
        return frame.getClassName() + "." + frame.getMethodName() + "(" + where + line + ")";
    }
}
