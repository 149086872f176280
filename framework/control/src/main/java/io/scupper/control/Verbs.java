package io.scupper.control;

/**
 * The words of the control channel. A request's first line is a verb with its fields; the lines after it, where there
 * are any, begin with one of the other words. Fields are given in the order in which they stand in the line.
 */
public final class Verbs {

    /** Increased whenever the meaning of a line changes; agent and runner must have the same. */
    public static final int VERSION = 7;

    /** {@code hello token version}; answered by {@code ok version leaseMillis javaVersion}. */
    public static final String HELLO = "hello";

    /** Reads without collecting; answered by the lines of a snapshot. */
    public static final String PEEK = "peek";

    /** Collects and reads; answered by the lines of a snapshot. */
    public static final String COLLECT = "collect";

    /** Looks out for pools: one {@link #POOL_WATCH} line each. */
    public static final String WATCH = "watch";

    /** {@code watch-locals className…}: looks out for values of these classes in thread locals. */
    public static final String WATCH_LOCALS = "watch-locals";

    /**
     * Asks which libraries are loaded: one {@link #LIBRARY} line each, and after it one {@link #JOIN_POINT} line for each method that it
     * should have.
     */
    public static final String LIBRARIES = "libraries";

    /** {@code weave faultId}, then {@link #EFFECT}, {@link #ACTIVATION} and one {@link #JOIN_POINT} line each. */
    public static final String WEAVE = "weave";

    /** {@code arm faultId}. */
    public static final String ARM = "arm";

    /** {@code lift faultId}. */
    public static final String LIFT = "lift";

    /** {@code compensate faultId}; answered by {@code ok n}: how many could not be given back. */
    public static final String COMPENSATE = "compensate";

    /** {@code unweave faultId}. */
    public static final String UNWEAVE = "unweave";

    /** {@code count faultId}; answered by one {@link #SITE} line. */
    public static final String COUNT = "count";

    /** {@code plant objects}; answered by {@code ok className threadName port}. */
    public static final String PLANT = "plant";

    /** Takes away what was planted. */
    public static final String UPROOT = "uproot";

    /**
     * Looks out for what comes and goes, in the place of what was looked out for before: one {@link #COMES}, {@link #BEGINS} or
     * {@link #GOES} line each. In the answer to {@link #ORIGINS}, {@code witness id}: one that looks out.
     */
    public static final String WITNESS = "witness";

    /** Answered by one {@link #WITNESS} line for each that looks out, and its {@link #ORIGIN} lines after it. */
    public static final String ORIGINS = "origins";

    /**
     * Reads the whole stacks of the live platform threads; answered by {@link #FRAMES} lines, which are numbered from 0 in their
     * order, and {@link #STACK} lines.
     */
    public static final String THREADS = "threads";

    /** Ends looking out. */
    public static final String DISMISS = "dismiss";

    /** Dumps the live heap, in the place of a dump taken before; answered by {@code ok bytes}: its size, not packed. */
    public static final String DUMP = "dump";

    /**
     * Dumps the stacks of all threads as JSON, virtual threads among them, in the place of a dump taken before; answered by
     * {@code ok bytes}, 0 and without a dump where the JVM cannot: before Java 21 there are no virtual threads.
     */
    public static final String THREAD_DUMP = "thread-dump";

    /** Answered by {@code ok n} and, behind that frame, n bytes of the dump packed by gzip; 0 after the last ones. */
    public static final String DUMP_PART = "dump-part";

    /** Lets go of the dump, read to its end or not. */
    public static final String DUMP_END = "dump-end";

    /** Answered by {@code ok liveBytes maxBytes residentBytes limitBytes}; -1 for what cannot be known. */
    public static final String VITALS = "vitals";

    /**
     * Reads what the subject's threads have allocated since this was asked last; answered by {@code ok bytes lostThreads}: those that
     * ended meanwhile, where their bytes are not among them.
     */
    public static final String ALLOCATIONS = "allocations";

    /**
     * Reads which threads have allocated since this was asked last; answered by {@link #FRAMES} lines, which are numbered from 0 in
     * their order, and {@link #ALLOCATED} lines.
     */
    public static final String ALLOCATING = "allocating";

    /** Renews the lease and does nothing else. */
    public static final String RENEW = "renew";

    /** Lifts, compensates and unweaves everything; the runner closes the connection then. */
    public static final String BYE = "bye";

    /** {@code effect kind argument maxHeld strongly}. */
    public static final String EFFECT = "effect";

    /** {@code activation} and the fields of {@link Activation#toLine}. */
    public static final String ACTIVATION = "activation";

    /** {@code joinpoint label type subtypes method parameters caller thread}. */
    public static final String JOIN_POINT = "joinpoint";

    /**
     * {@code library anchor groupId:artifactId}; in the answer {@code library number version jar fit…}: the number of the line
     * asked, from 0, and for each of its methods {@code FITS}, {@code DIFFERS} or {@code ABSENT}.
     */
    public static final String LIBRARY = "library";

    /** {@code comes witness subject index ofType} and the fields of {@link #JOIN_POINT}. */
    public static final String COMES = "comes";

    /** {@code begins witness subject index ofType} and the fields of {@link #JOIN_POINT}. */
    public static final String BEGINS = "begins";

    /** {@code goes witness subject index ofType} and the fields of {@link #JOIN_POINT}. */
    public static final String GOES = "goes";

    /** {@code origin witness stayed seen lost frame…}. */
    public static final String ORIGIN = "origin";

    /** {@code poolwatch library type subtypes method name leased idle pending most}. */
    public static final String POOL_WATCH = "poolwatch";

    /** {@code heap liveBytes usedBytes maxBytes softReferences}. */
    public static final String HEAP = "heap";

    /** {@code collections count}: how many garbage collections there have been. */
    public static final String COLLECTIONS = "collections";

    /** {@code class name instances bytes}. */
    public static final String CLASS = "class";

    /** {@code thread name state frame…}. */
    public static final String THREAD = "thread";

    /** {@code frames frame…}: one of the stacks of an answer. */
    public static final String FRAMES = "frames";

    /** {@code stack id name state frames started}: a thread, by the numbers of its stack and of that which started it, or -1. */
    public static final String STACK = "stack";

    /** {@code allocated id bytes frames}: a thread that has allocated, by the number of the stack that it has now, or -1. */
    public static final String ALLOCATED = "allocated";

    /** {@code socket state local localPort remote remotePort}. */
    public static final String SOCKET = "socket";

    /** {@code descriptor kind count}. */
    public static final String DESCRIPTOR = "descriptor";

    /** {@code target group count}: descriptors that lead to files of one kind and folder; after a collection only. */
    public static final String TARGET = "target";

    /** {@code pool library name leased idle pending most}. */
    public static final String POOL = "pool";

    /** {@code gauge probe name unit value}; after a collection only. */
    public static final String GAUGE = "gauge";

    /** {@code site faultId matched fired held capped sites}. */
    public static final String SITE = "site";

    private Verbs() {}
}
