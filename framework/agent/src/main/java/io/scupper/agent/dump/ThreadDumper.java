package io.scupper.agent.dump;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.PlatformManagedObject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;

/**
 * Lets the JVM dump the stacks of all threads as JSON, which Java 21 and later can: no other list has the virtual threads. Called by
 * name, since this agent is compiled for Java 11.
 */
final class ThreadDumper {

    private static final String BEAN = "com.sun.management.HotSpotDiagnosticMXBean";

    private ThreadDumper() {}

    /** Tells whether this JVM can. */
    static boolean isThere() {
        try {
            method(bean());
            return true;
        } catch (ReflectiveOperationException | LinkageError e) {
            return false;
        }
    }

    /** Writes them into a new file. */
    static void dump(Path file) throws IOException {
        try {
            Class<? extends PlatformManagedObject> bean = bean();
            Method method = method(bean);
            Object json = method.getParameterTypes()[1].getField("JSON").get(null);
            method.invoke(ManagementFactory.getPlatformMXBean(bean), file.toString(), json);
        } catch (InvocationTargetException e) {
            throw new IOException("the JVM did not dump its threads: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new IOException("the JVM did not dump its threads: " + e, e);
        }
    }

    private static Class<? extends PlatformManagedObject> bean() throws ClassNotFoundException {
        return Class.forName(BEAN).asSubclass(PlatformManagedObject.class);
    }

    private static Method method(Class<?> bean) throws ReflectiveOperationException {
        return bean.getMethod("dumpThreads", String.class, Class.forName(BEAN + "$ThreadDumpFormat"));
    }
}
