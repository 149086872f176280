package io.scupper.heap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One leak each, in two dumps of one small program: the whole of what is told of it, but for bytes and keys. */
class PathsTests {

    @Test
    void valuesOfAStaticMap() {
        assertThat(SubjectDumps.told("com.acme.Shop$Session")).isEqualTo("""
                        grown | com.acme.Shop$Session | 211 | 211 | 422 | 211
                        shape | dae8524b43aa | dae8524b43aa | 211 | 422 | first
                        root | class | static field of class com.acme.Shop$Cache | class com.acme.Shop$Cache | 1 | 1
                        step | com.acme.Shop$Cache.ENTRIES | java.util.HashMap | 1 | 1 | holds,culprit
                        step | [value] | com.acme.Shop$Session | 211 | 422 | grows
                        collection | com.acme.Shop$Cache.ENTRIES | HashMap | 211 | 422 | entries | value
                        culprit | com.acme.Shop$Cache | ENTRIES
                        """);
    }

    @Test
    void whatTheValuesHoldIsTheSameLeak() {
        assertThat(SubjectDumps.told("com.acme.Shop$Item")).isEqualTo("""
                        grown | com.acme.Shop$Item | 422 | 422 | 844 | 211
                        shape | 228cba2eb91b | dae8524b43aa | 422 | 844 | first
                        root | class | static field of class com.acme.Shop$Cache | class com.acme.Shop$Cache | 1 | 1
                        step | com.acme.Shop$Cache.ENTRIES | java.util.HashMap | 1 | 1 | holds,culprit
                        step | [value] | com.acme.Shop$Session | 211 | 422 | grows
                        step | com.acme.Shop$Session.items | java.util.ImmutableCollections$List12 | 211 | 422
                        step | [element] | com.acme.Shop$Item | 422 | 844
                        collection | com.acme.Shop$Cache.ENTRIES | HashMap | 211 | 422 | entries | value
                        culprit | com.acme.Shop$Cache | ENTRIES
                        """);
    }

    @Test
    void valuesOfAConcurrentMapInASingleton() {
        assertThat(SubjectDumps.told("com.acme.Shop$Price")).isEqualTo("""
                        grown | com.acme.Shop$Price | 211 | 211 | 422 | 211
                        shape | a1eb662f1da9 | a1eb662f1da9 | 211 | 422 | first
                        root | class | static field of class com.acme.Shop$Prices | class com.acme.Shop$Prices | 1 | 1
                        step | com.acme.Shop$Prices.INSTANCE | com.acme.Shop$Prices | 1 | 1
                        step | com.acme.Shop$Prices.byId | java.util.concurrent.ConcurrentHashMap | 1 | 1 | holds,culprit
                        step | [value] | com.acme.Shop$Price | 211 | 422 | grows
                        collection | com.acme.Shop$Prices.byId | ConcurrentHashMap | 211 | 422 | entries | value
                        culprit | com.acme.Shop$Prices | byId
                        """);
    }

    @Test
    void aListInASingleton() {
        assertThat(SubjectDumps.told("com.acme.Shop$Event")).isEqualTo("""
                        grown | com.acme.Shop$Event | 211 | 211 | 422 | 211
                        shape | d920464edf5c | d920464edf5c | 211 | 422 | first
                        root | class | static field of class com.acme.Shop$Audit | class com.acme.Shop$Audit | 1 | 1
                        step | com.acme.Shop$Audit.INSTANCE | com.acme.Shop$Audit | 1 | 1
                        step | com.acme.Shop$Audit.events | java.util.ArrayList | 1 | 1 | holds,culprit
                        step | [element] | com.acme.Shop$Event | 211 | 422 | grows
                        collection | com.acme.Shop$Audit.events | ArrayList | 211 | 422 | elements | element
                        culprit | com.acme.Shop$Audit | events
                        """);
    }

    @Test
    void twoCollectionsOfTheSameInstancesAreBothTold() {
        assertThat(SubjectDumps.told("com.acme.Shop$Device")).isEqualTo("""
                        grown | com.acme.Shop$Device | 211 | 211 | 422 | 211
                        shape | d949235272f5 | d949235272f5 | 211 | 422 | first
                        root | class | static field of class com.acme.Shop$Registry | class com.acme.Shop$Registry | 1 | 1
                        step | com.acme.Shop$Registry.INSTANCE | com.acme.Shop$Registry | 1 | 1
                        step | com.acme.Shop$Registry.all | java.util.ArrayList | 1 | 1 | holds,culprit
                        step | [element] | com.acme.Shop$Device | 211 | 422 | grows
                        collection | com.acme.Shop$Registry.all | ArrayList | 211 | 422 | elements | element
                        culprit | com.acme.Shop$Registry | all
                        shape | b85af41a8ea5 | b85af41a8ea5 | 211 | 422 | also
                        root | class | static field of class com.acme.Shop$Registry | class com.acme.Shop$Registry | 1 | 1
                        step | com.acme.Shop$Registry.INSTANCE | com.acme.Shop$Registry | 1 | 1
                        step | com.acme.Shop$Registry.byName | java.util.HashMap | 1 | 1 | holds,culprit
                        step | [value] | com.acme.Shop$Device | 211 | 422 | grows
                        collection | com.acme.Shop$Registry.byName | HashMap | 211 | 422 | entries | value
                        culprit | com.acme.Shop$Registry | byName
                        """);
    }

    @Test
    void listsAreTheCollectionWhereTheMapOfThemIsStill() {
        assertThat(SubjectDumps.told("com.acme.Shop$Hit")).isEqualTo("""
                        grown | com.acme.Shop$Hit | 211 | 211 | 422 | 211
                        shape | deeb51493787 | deeb51493787 | 211 | 422 | first
                        root | class | static field of class com.acme.Shop$Hits | class com.acme.Shop$Hits | 1 | 1
                        step | com.acme.Shop$Hits.BY_PAGE | java.util.HashMap | 1 | 1 | culprit
                        step | [value] | java.util.ArrayList | 10 | 10 | holds
                        step | [element] | com.acme.Shop$Hit | 211 | 422 | grows
                        collection | com.acme.Shop$Hits.BY_PAGE[value] | ArrayList | 211 | 422 | elements | element
                        culprit | com.acme.Shop$Hits | BY_PAGE
                        """);
    }

    @Test
    void aBoundedCacheIsNoPath() {
        assertThat(SubjectDumps.told("com.acme.Shop$Page")).isEqualTo("""
                        grown | com.acme.Shop$Page | 211 | 100 | 100 | 211
                        no-path | f42895425b41 | static field of class com.acme.Shop$Recent
                        """);
    }

    @Test
    void whatALambdaInAListOfListenersCaptures() {
        assertThat(SubjectDumps.told("com.acme.Shop$Order")).isEqualTo("""
                        grown | com.acme.Shop$Order | 211 | 211 | 422 | 211
                        shape | c5d1d4f3a9d2 | ec7e96381bd2 | 211 | 422 | first
                        root | class | static field of class com.acme.Shop$Bus | class com.acme.Shop$Bus | 1 | 1
                        step | com.acme.Shop$Bus.INSTANCE | com.acme.Shop$Bus | 1 | 1
                        step | com.acme.Shop$Bus.listeners | java.util.concurrent.CopyOnWriteArrayList | 1 | 1 | holds,culprit
                        step | [element] | com.acme.Shop$Bus$$Lambda | 211 | 422 | grows
                        step | com.acme.Shop$Bus$$Lambda.arg$1 | com.acme.Shop$Order | 211 | 422
                        collection | com.acme.Shop$Bus.listeners | CopyOnWriteArrayList | 211 | 422 | elements | element
                        culprit | com.acme.Shop$Bus | listeners
                        """);
    }

    @Test
    void lambdasInAListOfListeners() {
        assertThat(SubjectDumps.told("com.acme.Shop$Bus$$Lambda")).isEqualTo("""
                        grown | com.acme.Shop$Bus$$Lambda | 211 | 211 | 422 | 211
                        shape | ec7e96381bd2 | ec7e96381bd2 | 211 | 422 | first
                        root | class | static field of class com.acme.Shop$Bus | class com.acme.Shop$Bus | 1 | 1
                        step | com.acme.Shop$Bus.INSTANCE | com.acme.Shop$Bus | 1 | 1
                        step | com.acme.Shop$Bus.listeners | java.util.concurrent.CopyOnWriteArrayList | 1 | 1 | holds,culprit
                        step | [element] | com.acme.Shop$Bus$$Lambda | 211 | 422 | grows
                        collection | com.acme.Shop$Bus.listeners | CopyOnWriteArrayList | 211 | 422 | elements | element
                        culprit | com.acme.Shop$Bus | listeners
                        """);
    }

    @Test
    void anonymousListeners() {
        assertThat(SubjectDumps.told("com.acme.Shop$Bus$1")).isEqualTo("""
                        grown | com.acme.Shop$Bus$1 | 211 | 211 | 422 | 211
                        shape | 5e7f76f17130 | 5e7f76f17130 | 211 | 422 | first
                        root | class | static field of class com.acme.Shop$Bus | class com.acme.Shop$Bus | 1 | 1
                        step | com.acme.Shop$Bus.INSTANCE | com.acme.Shop$Bus | 1 | 1
                        step | com.acme.Shop$Bus.listeners | java.util.concurrent.CopyOnWriteArrayList | 1 | 1 | holds,culprit
                        step | [element] | com.acme.Shop$Bus$1 | 211 | 422 | grows
                        collection | com.acme.Shop$Bus.listeners | CopyOnWriteArrayList | 211 | 422 | elements | element
                        culprit | com.acme.Shop$Bus | listeners
                        """);
    }

    @Test
    void aListOfTheApplicationsOwn() {
        assertThat(SubjectDumps.told("com.acme.Shop$Link")).isEqualTo("""
                        grown | com.acme.Shop$Link | 211 | 100211 | 100422 | 211
                        shape | f1c53c8da338 | f1c53c8da338 | 100211 | 100422 | first
                        root | class | static field of class com.acme.Shop$Chain | class com.acme.Shop$Chain | 1 | 1
                        step | com.acme.Shop$Chain.INSTANCE | com.acme.Shop$Chain | 1 | 1 | holds
                        step | com.acme.Shop$Chain.head | com.acme.Shop$Link | 100211 | 100422 | grows,culprit,repeats com.acme.Shop$Link.next
                        collection | com.acme.Shop$Chain.head | Shop$Link linked by next | 100211 | 100422 | objects | link
                        culprit | com.acme.Shop$Chain | head
                        """);
    }

    @Test
    void tasksInTheQueueOfAnExecutor() {
        assertThat(SubjectDumps.told("com.acme.Pools$Mail")).isEqualTo("""
                        grown | com.acme.Pools$Mail | 211 | 211 | 422 | 211
                        shape | a6347f02c474 | a6347f02c474 | 210 | 421 | first
                        root | class | static field of class com.acme.Pools$Mailer | class com.acme.Pools$Mailer | 1 | 1
                        step | com.acme.Pools$Mailer.INSTANCE | com.acme.Pools$Mailer | 1 | 1
                        step | com.acme.Pools$Mailer.executor | java.util.concurrent.ThreadPoolExecutor | 1 | 1 | culprit
                        step | java.util.concurrent.ThreadPoolExecutor.workQueue | java.util.concurrent.LinkedBlockingQueue | 1 | 1 | holds
                        step | [element] | com.acme.Pools$Mail | 210 | 421 | grows
                        collection | java.util.concurrent.ThreadPoolExecutor.workQueue | LinkedBlockingQueue | 210 | 421 | elements | element
                        culprit | com.acme.Pools$Mailer | executor
                        """);
    }

    @Test
    void aListInAThreadLocal() {
        assertThat(SubjectDumps.told("com.acme.Pools$Context")).isEqualTo("""
                        grown | com.acme.Pools$Context | 211 | 211 | 422 | 211
                        shape | b6ef8c052dd9 | b6ef8c052dd9 | 211 | 422 | first
                        root | thread | thread local of thread "tenant-7" | java.lang.Thread | 1 | 1
                        step | java.lang.Thread.threadLocals | java.lang.ThreadLocal$ThreadLocalMap | 1 | 1
                        step | [thread local com.acme.Pools$Tenants.CONTEXTS] | java.util.ArrayList | 1 | 1 | holds,culprit
                        step | [element] | com.acme.Pools$Context | 211 | 422 | grows
                        collection | thread local com.acme.Pools$Tenants.CONTEXTS of thread "tenant-7" | ArrayList | 211 | 422 | elements | element
                        culprit | com.acme.Pools$Tenants | CONTEXTS
                        """);
    }

    @Test
    void threadLocalsOfAPoolsThread() {
        assertThat(SubjectDumps.told("com.acme.Pools$Stale")).isEqualTo("""
                        grown | com.acme.Pools$Stale | 211 | 211 | 422 | 211
                        shape | 7f336f322028 | 7f336f322028 | 211 | 422 | first
                        root | thread | thread local of thread "tenant-7" | java.lang.Thread | 1 | 1
                        step | java.lang.Thread.threadLocals | java.lang.ThreadLocal$ThreadLocalMap | 1 | 1 | holds
                        step | [thread local com.acme.Pools$Tenants.LOCALS] | com.acme.Pools$Stale | 211 | 422 | grows,culprit
                        collection | thread locals of thread "tenant-7" | ThreadLocalMap | 211 | 422 | entries | value
                        culprit | com.acme.Pools$Tenants | LOCALS
                        """);
    }

    @Test
    void threadsThemselves() {
        assertThat(SubjectDumps.told("com.acme.Pools$Parked")).isEqualTo("""
                        grown | com.acme.Pools$Parked | 5 | 5 | 10 | 211
                        shape | 4c080f3ccda0 | bf62b7b57bf7 | 5 | 10 | first
                        root | thread | 10 threads "watcher-#" | java.lang.Thread | 5 | 10 | grows
                        step | java.lang.Thread.target | com.acme.Pools$Parked | 5 | 10 | culprit
                        collection | 10 threads "watcher-#" | roots | 5 | 10 | objects | root
                        culprit | com.acme.Pools$Parked
                        """);
    }

    @Test
    void aLocalVariable() {
        assertThat(SubjectDumps.told("com.acme.Pools$Job")).isEqualTo("""
                        grown | com.acme.Pools$Job | 211 | 211 | 422 | 211
                        shape | ff3adcdb7efb | ff3adcdb7efb | 211 | 422 | first
                        root | local | local variable of thread "worker-3" in com.acme.Pools$Worker.work | java.util.ArrayList | 1 | 1 | holds,culprit
                        step | [element] | com.acme.Pools$Job | 211 | 422 | grows
                        collection | local variable of thread "worker-3" in com.acme.Pools$Worker.work | ArrayList | 211 | 422 | elements | element
                        culprit | com.acme.Pools$Worker | work
                        """);
    }

    @Test
    void classLoadersThatAreKept() {
        assertThat(SubjectDumps.told("com.acme.Plugins$Plugin")).isEqualTo("""
                        grown | com.acme.Plugins$Plugin | 5 | 5 | 10 | 211
                        shape | eef92e865828 | 8ae4abec4a33 | 5 | 10 | first
                        root | class | static field of class com.acme.Plugins | class com.acme.Plugins | 1 | 1
                        step | com.acme.Plugins.LOADERS | java.util.ArrayList | 1 | 1 | holds,culprit
                        step | [element] | com.acme.Plugins$Loader | 5 | 10 | grows
                        step | java.lang.ClassLoader.classes | java.util.ArrayList | 5 | 10
                        step | [element] | class com.acme.Plugins$Plugin | 5 | 10
                        step | com.acme.Plugins$Plugin.INSTANCE | com.acme.Plugins$Plugin | 5 | 10
                        collection | com.acme.Plugins.LOADERS | ArrayList | 5 | 10 | elements | element
                        culprit | com.acme.Plugins | LOADERS
                        """);
    }

    @Test
    void whatIsOnlySoftlyHeldIsNoPath() {
        assertThat(SubjectDumps.told("com.acme.Faint$Thumbnail")).isEqualTo("""
                        grown | com.acme.Faint$Thumbnail | 211 | 0 | 0 | 211
                        only-weakly | soft | 211 | 422
                        no-path
                        """);
    }

    @Test
    void whatOnlyTheAgentHoldsIsNoPath() {
        assertThat(SubjectDumps.told("com.acme.Faint$Planted")).isEqualTo("""
                        grown | com.acme.Faint$Planted | 211 | 0 | 0 | 211
                        only-weakly | own | 211 | 422
                        no-path
                        """);
    }
}
