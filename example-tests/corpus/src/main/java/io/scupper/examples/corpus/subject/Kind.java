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
    STATIC_COLLECTION(true, surroundings -> new StaticCollection()),
    THREAD_LOCAL(true, surroundings -> new ThreadLocals()),
    LISTENER(true, surroundings -> new Listeners()),
    UNCLOSED_RESPONSE(true, surroundings -> new UnclosedResponse(surroundings.peerPort())),
    PARKED_THREAD(true, surroundings -> new ParkedThread()),
    HELD_SOCKET(true, surroundings -> new HeldSocket(surroundings.peerPort())),
    DESCRIPTOR(true, surroundings -> new Descriptor()),
    DIRECT_BUFFER(true, surroundings -> new DirectBuffer()),
    CLASS_LOADER(true, surroundings -> new ClassLoaders()),
    CACHE_WITH_NEW_KEYS(true, surroundings -> new UnboundedCache()),
    TIMER(true, surroundings -> new ForgottenTimer()),

    LAZY_TABLE_40(false, surroundings -> new LazyTable(40, surroundings.seed())),
    LAZY_TABLE_400(false, surroundings -> new LazyTable(400, surroundings.seed())),
    BOUNDED_CACHE_300(false, surroundings -> new BoundedCache(300)),
    BOUNDED_CACHE_800(false, surroundings -> new BoundedCache(800)),
    BOUNDED_CACHE_1500(false, surroundings -> new BoundedCache(1_500)),
    BOUNDED_CACHE_2400(false, surroundings -> new BoundedCache(2_400)),
    POOL_TO_CORE_8(false, surroundings -> new PoolToCoreSize(8, 1)),
    POOL_TO_CORE_16_SLOWLY(false, surroundings -> new PoolToCoreSize(16, 90)),
    KEEP_ALIVE_THREADS(false, surroundings -> new KeepAliveThreads()),
    SOFT_CACHE(false, surroundings -> new SoftCache()),
    WEAK_REGISTRY(false, surroundings -> new WeakRegistry()),
    STRING_INTERNING(false, surroundings -> new Interning()),
    LAMBDAS_FOR_A_WHILE(false, surroundings -> GeneratedClasses.lambdas(60)),
    PROXIES_FOR_A_WHILE(false, surroundings -> GeneratedClasses.proxies(60)),
    LOG_RING(false, surroundings -> new LogRing(1_024)),
    NEW_CODE(false, surroundings -> new NewCode()),
    STEP_OF_512_KIB(false, surroundings -> new OneOffStep(1_350, 512)),
    STEP_OF_4_MIB(false, surroundings -> new OneOffStep(1_350, 4_096)),
    STEP_OF_5_THREADS(false, surroundings -> new ThreadStep(1_350, 5)),
    BATCHES(false, surroundings -> new Batches(300)),
    BATCHES_OF_NEARLY_A_ROUND(false, surroundings -> new Batches(200)),
    EXPIRING_SESSIONS(false, surroundings -> new ExpiringSessions(1_000));

    private final boolean takes;
    private final Made made;

    Kind(boolean takes, Made made) {
        this.takes = takes;
        this.made = made;
    }

    /** Tells whether it takes what must be given back: then forgetting it is a leak, and otherwise it is healthy. */
    public boolean takes() {
        return takes;
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
