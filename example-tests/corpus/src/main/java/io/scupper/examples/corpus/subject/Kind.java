package io.scupper.examples.corpus.subject;

import io.scupper.examples.corpus.habit.Habit;
import io.scupper.examples.corpus.habit.healthy.Batches;
import io.scupper.examples.corpus.habit.healthy.BoundedCache;
import io.scupper.examples.corpus.habit.healthy.ExpiringSessions;
import io.scupper.examples.corpus.habit.healthy.GeneratedClasses;
import io.scupper.examples.corpus.habit.healthy.Interning;
import io.scupper.examples.corpus.habit.healthy.KeepAliveThreads;
import io.scupper.examples.corpus.habit.healthy.LazyTable;
import io.scupper.examples.corpus.habit.healthy.LogRing;
import io.scupper.examples.corpus.habit.healthy.NewCode;
import io.scupper.examples.corpus.habit.healthy.OneOffStep;
import io.scupper.examples.corpus.habit.healthy.PoolToCoreSize;
import io.scupper.examples.corpus.habit.healthy.SoftCache;
import io.scupper.examples.corpus.habit.healthy.ThreadStep;
import io.scupper.examples.corpus.habit.healthy.WeakRegistry;
import io.scupper.examples.corpus.habit.leaking.ClassLoaders;
import io.scupper.examples.corpus.habit.leaking.Descriptor;
import io.scupper.examples.corpus.habit.leaking.DirectBuffer;
import io.scupper.examples.corpus.habit.leaking.ForgottenTimer;
import io.scupper.examples.corpus.habit.leaking.HeldSocket;
import io.scupper.examples.corpus.habit.leaking.Listeners;
import io.scupper.examples.corpus.habit.leaking.ParkedThread;
import io.scupper.examples.corpus.habit.leaking.StaticCollection;
import io.scupper.examples.corpus.habit.leaking.ThreadLocals;
import io.scupper.examples.corpus.habit.leaking.UnboundedCache;
import io.scupper.examples.corpus.habit.leaking.UnclosedResponse;
import java.util.Locale;

/** All that a subject can be; one row each. */
public enum Kind {
    STATIC_COLLECTION("StaticCollection.IN_PROGRESS", surroundings -> new StaticCollection()),
    THREAD_LOCAL("ThreadLocals$Context.current", surroundings -> new ThreadLocals()),
    LISTENER("Listeners.listeners", surroundings -> new Listeners()),
    UNCLOSED_RESPONSE("UnclosedResponse.take", surroundings -> new UnclosedResponse(surroundings.peerPort())),
    PARKED_THREAD("ParkedThread.take", surroundings -> new ParkedThread()),
    HELD_SOCKET("HeldSocket.open", surroundings -> new HeldSocket(surroundings.peerPort())),
    DESCRIPTOR("Descriptor.open", surroundings -> new Descriptor()),
    DIRECT_BUFFER("DirectBuffer.lent", surroundings -> new DirectBuffer()),
    CLASS_LOADER("ClassLoaders.plugins", surroundings -> new ClassLoaders()),
    CACHE_WITH_NEW_KEYS("UnboundedCache.prices", surroundings -> new UnboundedCache()),
    TIMER("ForgottenTimer.take", surroundings -> new ForgottenTimer()),

    LAZY_TABLE_40(surroundings -> new LazyTable(40, surroundings.seed())),
    LAZY_TABLE_400(surroundings -> new LazyTable(400, surroundings.seed())),
    BOUNDED_CACHE_300(surroundings -> new BoundedCache(300)),
    BOUNDED_CACHE_800(surroundings -> new BoundedCache(800)),
    BOUNDED_CACHE_1500(surroundings -> new BoundedCache(1_500)),
    BOUNDED_CACHE_2400(surroundings -> new BoundedCache(2_400)),
    POOL_TO_CORE_8(surroundings -> new PoolToCoreSize(8, 1)),
    POOL_TO_CORE_16_SLOWLY(surroundings -> new PoolToCoreSize(16, 90)),
    KEEP_ALIVE_THREADS(surroundings -> new KeepAliveThreads()),
    SOFT_CACHE(surroundings -> new SoftCache()),
    WEAK_REGISTRY(surroundings -> new WeakRegistry()),
    STRING_INTERNING(surroundings -> new Interning()),
    LAMBDAS_FOR_A_WHILE(surroundings -> GeneratedClasses.lambdas(60)),
    PROXIES_FOR_A_WHILE(surroundings -> GeneratedClasses.proxies(60)),
    LOG_RING(surroundings -> new LogRing(1_024)),
    NEW_CODE(surroundings -> new NewCode()),
    STEP_OF_512_KIB(surroundings -> new OneOffStep(1_350, 512)),
    STEP_OF_4_MIB(surroundings -> new OneOffStep(1_350, 4_096)),
    STEP_OF_5_THREADS(surroundings -> new ThreadStep(1_350, 5)),
    BATCHES(surroundings -> new Batches(300)),
    BATCHES_OF_NEARLY_A_ROUND(surroundings -> new Batches(200)),
    EXPIRING_SESSIONS(surroundings -> new ExpiringSessions(1_000));

    private static final String HABITS = "io.scupper.examples.corpus.habit.leaking.";

    private final String culprit;
    private final Made made;

    Kind(Made made) {
        this("", made);
    }

    Kind(String culprit, Made made) {
        this.culprit = culprit;
        this.made = made;
    }

    /** Tells whether it takes what must be given back: then forgetting it is a leak, and otherwise it is healthy. */
    public boolean takes() {
        return !culprit.isEmpty();
    }

    /**
     * Returns class and member at fault where it forgets: the field of its own whose collection or thread local keeps what was taken, or
     * else the method that took it.
     *
     * @throws IllegalStateException if it takes nothing
     */
    public String culprit() {
        if (!takes()) {
            throw new IllegalStateException(this + " takes nothing, so that nobody is at fault.");
        }
        return HABITS + culprit;
    }

    /** Returns the word for it in ids and tables: {@code static-collection}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Habit habit(Surroundings surroundings) {
        return made.by(surroundings);
    }

    /**
     * What a habit may need to know.
     *
     * @param peerPort of this machine, where an HTTP server listens that holds connections open
     */
    record Surroundings(int peerPort, long seed) {}

    private interface Made {
        Habit by(Surroundings surroundings);
    }
}
