package io.scupper.examples.proofs;

import io.scupper.examples.proofs.subject.Receipts;
import io.scupper.examples.proofs.subject.RedisPools;
import io.scupper.ext.rabbitmq.RabbitServer;
import io.scupper.ext.redis.RedisServer;
import io.scupper.fault.FaultSpec;
import io.scupper.fault.Faults;
import io.scupper.fault.HasReleasePoints;
import io.scupper.fault.ReleasePoint;
import io.scupper.junit.Sut;
import io.scupper.junit.Where;
import io.scupper.spi.ContainerForm;
import io.scupper.spi.Recovery;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A library and its subject: what must be found when a fault is armed there, and how it comes back.
 *
 * @param id of the fault
 * @param library as its table names it
 * @param older the system property with the jars of an older version, in front of the class path; empty for the present one
 * @param leaky arguments of the subject that cannot recover by itself
 * @param recovering arguments of the one that can, or null
 * @param with parameters of the fault
 * @param finding how the name of what is found begins
 * @param method the method of the row; empty if the library has one row
 */
record ProvedRow(
        String id,
        String library,
        String older,
        Class<?> subject,
        String leaky,
        @Nullable String recovering,
        Map<String, String> with,
        String finding,
        String method) {

    /** Of a round. */
    private static final int OPERATIONS = 23;

    /** Of a round that is to show small objects, which rounds of fewer operations do not. */
    private static final int MANY_OPERATIONS = 211;

    /** Used up before the last round: classes then do not grow in every one, which would be followed for twelve. */
    private static final int TIMES = 40;

    static ProvedRow of(String id, String library, Class<?> subject, String leaky, String finding) {
        return new ProvedRow(id, library, "", subject, leaky, null, Map.of(), finding, "");
    }

    ProvedRow recovering(String arguments) {
        return new ProvedRow(id, library, older, subject, leaky, arguments, with, finding, method);
    }

    ProvedRow with(Map<String, String> parameters) {
        var all = new TreeMap<>(with);
        all.putAll(parameters);
        return new ProvedRow(id, library, older, subject, leaky, recovering, all, finding, method);
    }

    /** Returns this row for what shows in the heap alone, and grows in every round. */
    ProvedRow inEveryRound() {
        return with(Map.of("every", "2", "times", "0"));
    }

    /** Returns this row for small objects in the heap. */
    ProvedRow inManyOperations() {
        return with(Map.of("every", "1", "times", "0", "maxHeld", "10000"));
    }

    /** Tells whether it takes rounds of many operations. */
    boolean isLong() {
        return with.containsKey("maxHeld");
    }

    int operations() {
        return isLong() ? MANY_OPERATIONS : OPERATIONS;
    }

    /** Returns this row for a fault that leaks nothing if a call between two skipped ones is made. */
    ProvedRow always() {
        return with(Map.of("every", "1", "times", "0"));
    }

    /** Returns this row for what passes in the whole JVM. */
    ProvedRow calledByItself() {
        return with(Map.of("caller", subject.getName()));
    }

    /** Returns this row for the one of several of its library that has this method. */
    ProvedRow at(String name) {
        return new ProvedRow(id, library, older, subject, leaky, recovering, with, finding, name);
    }

    /** Returns the row that is proved. */
    ReleasePoint point() {
        return table().stream()
                .filter(row -> row.library().name().equals(library))
                .filter(row -> row.site().contains(method))
                .findFirst()
                .orElseThrow();
    }

    /** Returns what its proof came to, for the file of all proofs. */
    ProofLine line(String armed, String lifted, String compensated) throws IOException {
        return new ProofLine(
                id,
                library,
                LibraryVersion.of(point().library(), classPath()),
                java(),
                point().site(),
                armed,
                lifted,
                compensated);
    }

    /** A container has the Java of its image. */
    private String java() {
        return isInContainer()
                ? ContainerForm.JAVA_IMAGE.replaceFirst("^.*:(\\d+).*$", "$1")
                : String.valueOf(Runtime.version().feature());
    }

    private String classPath() {
        String all = System.getProperty("java.class.path");
        return older.isEmpty() ? all : System.getProperty(older) + File.pathSeparator + all;
    }

    ProvedRow inOlder(String jars) {
        return new ProvedRow(id, library, jars, subject, leaky, recovering, with, finding, method);
    }

    /** Returns why nobody who compensates can give back what was withheld; empty if it can be given back. */
    Optional<String> whyNotGivenBack() {
        if (id.equals("slow-appender")) {
            return Optional.of("nothing to give back but time");
        }
        boolean isOfItsThread = id.equals("uncleared-context") || library.equals("JDK ReentrantLock");
        return isOfItsThread ? Optional.of("cannot be: only its own thread could") : Optional.empty();
    }

    FaultSpec fault() {
        FaultSpec spec = Faults.of(id).with("library", library).with("every", 2).with("times", TIMES);
        for (Map.Entry<String, String> each : with.entrySet()) {
            spec = spec.with(each.getKey(), each.getValue());
        }
        return spec;
    }

    /** Returns the fault, for a subject that is given everything back at lift. */
    FaultSpec assisted() {
        return fault().with("recovery", Recovery.ASSISTED);
    }

    /** Returns the fault armed where nothing of this subject passes: in another library, or else in code that nobody has. */
    FaultSpec elsewhere() {
        return table().stream()
                .map(ReleasePoint::library)
                .filter(other -> !other.isOfJdk() && !other.name().equals(library))
                .findFirst()
                .map(other -> fault().with("library", other.name()))
                .orElseGet(() -> fault().with("caller", "nobody"));
    }

    private List<ReleasePoint> table() {
        return Faults.types().stream()
                .filter(type -> type.id().equals(id))
                .flatMap(type -> ((HasReleasePoints) type).releasePoints().stream())
                .toList();
    }

    /** Tells whether its subject runs in a container: RabbitMQ has no other form. */
    boolean isInContainer() {
        return subject == Receipts.class;
    }

    /** Returns where its subjects run. */
    Where where() {
        return isInContainer() ? Where.CONTAINER : Where.FORKED;
    }

    Sut leakySubject() {
        return on(leaky);
    }

    Sut recoveringSubject() {
        return on(java.util.Objects.requireNonNull(recovering));
    }

    private Sut on(String arguments) {
        Sut sut = Proof.subject(subject, arguments.split(" "));
        if (subject == RedisPools.class) {
            sut = sut.with(RedisServer.create());
        } else if (isInContainer()) {
            sut = sut.with(RabbitServer.create());
        }
        return older.isEmpty() ? sut : sut.jvmOptions("-cp", classPath());
    }

    @Override
    public String toString() {
        return id + " in " + library + (older.isEmpty() ? "" : " of " + older);
    }
}
