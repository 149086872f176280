package io.scupper.ext.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.model.ClassCount;
import io.scupper.model.Origin;
import io.scupper.model.ScupperException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeapProfileTests {

    private static final String BODY = """
            #	0x4a1	io.ReadAll+0x41	/usr/lib/go-1.19/src/io/io.go:660
            #	0x4a2	main.keepBody+0x44	/service/leaky.go:23
            #	0x4a3	github.com/gin-gonic/gin.(*Context).Next+0x81	/go/pkg/mod/github.com/gin-gonic/gin@v1.8.1/context.go:173
            #	0x4a4	net/http.(*conn).serve+0x606	/usr/lib/go-1.19/src/net/http/server.go:1991
            """;

    private static final String ACCEPTED = """
            #	0x4b1	net/http.(*Server).newConn+0x3f5	/usr/lib/go-1.19/src/net/http/server.go:620
            #	0x4b2	net/http.(*Server).Serve+0x3f4	/usr/lib/go-1.19/src/net/http/server.go:3101
            #	0x4b3	main.main+0x247	/service/main.go:43
            """;

    private static final String READER = """
            #	0x4c1	compress/flate.NewWriter+0x1	/usr/lib/go-1.19/src/compress/flate/deflate.go:1
            #	0x4c2	runtime/pprof.(*Profile).WriteTo+0x14a	/usr/lib/go-1.19/src/runtime/pprof/pprof.go:330
            """;

    private static final String RUNTIME = "#\t0x4d1\truntime.malg+0x27\t/usr/lib/go-1.19/src/runtime/proc.go:4076\n";

    private static final String MEMORY = """
            # runtime.MemStats
            # HeapAlloc = 731488
            # HeapInuse = 2162688
            # PauseNs = [7873717 0 0]
            # GCCPUFraction = 0.004
            """;

    @Test
    void objectsAreCountedByTheFunctionOfTheApplicationThatAllocatesThem() {
        HeapProfile profile = profile(
                2, site("3: 1536 [5: 2560]", BODY), site("2: 64 [2: 64]", BODY), site("7: 784 [9: 1008]", ACCEPTED));

        assertThat(AllocationSites.of(profile).classes())
                .containsOnlyKeys("main.keepBody", "net/http.(*Server).newConn")
                .containsEntry("main.keepBody", new ClassCount(5, 1_600))
                .containsEntry("net/http.(*Server).newConn", new ClassCount(7, 784));
        assertThat(AllocationSites.of(profile).bytes()).isEqualTo(2_384);
    }

    @Test
    void whatALibraryAllocatesIsTheApplicationsThatCallsIt() {
        String called = """
                #	0x4e1	github.com/gin-gonic/gin.(*Context).Copy+0x41	/go/pkg/mod/github.com/gin-gonic/gin@v1.8.1/context.go:112
                #	0x4e2	main.keepContext+0x44	/service/leaky.go:70
                """;
        String vendored = called.replace("/go/pkg/mod/", "/service/vendor/").replace("@v1.8.1", "");

        assertThat(AllocationSites.of(profile(2, site("3: 48 [3: 48]", called), site("1: 16 [1: 16]", vendored)))
                        .classes())
                .containsOnly(Map.entry("main.keepContext", new ClassCount(4, 64)));
    }

    @Test
    void whatTheRuntimeAndTheReadingItselfAllocateIsLeftOut() {
        HeapProfile profile = profile(2, site("4: 1000 [4: 1000]", READER), site("8: 3328 [8: 3328]", RUNTIME));

        assertThat(AllocationSites.of(profile).classes()).isEmpty();
        assertThat(AllocationSites.of(profile).bytes()).isZero();
    }

    @Test
    void originIsTheStackThatAllocatedWhatStayed() {
        AllocationSites before = AllocationSites.of(profile(2, site("3: 1536 [5: 2560]", BODY)));
        AllocationSites now = AllocationSites.of(profile(2, site("14: 7168 [27: 13824]", BODY)));

        assertThat(now.since(before, "main.keepBody"))
                .containsExactly(new Origin(
                        "allocated",
                        11,
                        22,
                        List.of(
                                "io.ReadAll(std/io/io.go:660)",
                                "main.keepBody(leaky.go:23)",
                                "github.com/gin-gonic/gin.(*Context).Next(github.com/gin-gonic/gin@v1.8.1/context.go:173)",
                                "net/http.(*conn).serve(std/net/http/server.go:1991)")));
    }

    @Test
    void figuresAndRateAreRead() {
        HeapProfile sampled = profile(1 << 20, site("3: 1536 [5: 2560]", BODY));

        assertThat(sampled.memory()).containsEntry("HeapAlloc", 731_488L).containsEntry("HeapInuse", 2_162_688L);
        assertThat(sampled.rate()).isEqualTo(512 << 10);
        assertThat(sampled.isExact()).isFalse();
        assertThat(profile(2).isExact()).isTrue();
    }

    @Test
    void anythingElseIsRefused() {
        assertThatThrownBy(() -> HeapProfile.parse("<html>"))
                .isInstanceOf(ScupperException.class)
                .hasMessage("This is no heap profile of Go in text form: '<html>'.");
    }

    private static HeapProfile profile(long twiceTheRate, String... sites) {
        return HeapProfile.parse("heap profile: 1: 1 [1: 1] @ heap/%d\n%s\n\n%s"
                .formatted(twiceTheRate, String.join("\n", sites), MEMORY));
    }

    private static String site(String counts, String frames) {
        return counts + " @ 0x4a1 0x4a2\n" + frames;
    }
}
