package io.scupper.ext.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.model.ScupperException;
import io.scupper.model.ThreadStack;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoroutinesTests {

    private static final String GROUPS = """
            goroutine profile: total 8
            3 @ 0x439e36 0x40665b
            #	0x7a4b3a	main.awaitApproval+0x1a	/service/leaky.go:45

            1 @ 0x42f396 0x464a05
            #	0x796a34	runtime/pprof.writeRuntimeProfile+0xb4	/usr/lib/go-1.19/src/runtime/pprof/pprof.go:723
            #	0x64d666	net/http.(*conn).serve+0x606	/usr/lib/go-1.19/src/net/http/server.go:1991

            2 @ 0x42f397 0x464a06
            # labels: {"key":"value"}
            #	0x57bf28	net.(*netFD).Read+0x28	/usr/lib/go-1.19/src/net/fd_posix.go:55
            #	0x64d666	net/http.(*conn).serve+0x2aa	/usr/lib/go-1.19/src/net/http/server.go:1930

            1 @ 0x42f398 0x464a07
            #	0x57bf28	net.(*netFD).Read+0x28	/usr/lib/go-1.19/src/net/fd_posix.go:55
            #	0x64747e	net/http.(*connReader).backgroundRead+0x3e	/usr/lib/go-1.19/src/net/http/server.go:678

            1 @ 0x42f399 0x464a08
            #	0x64d666	net/http.(*conn).serve+0x606	/usr/lib/go-1.19/src/net/http/server.go:1991
            """;

    private static final String STACKS = """
            goroutine 35 [running]:
            net/http.serverHandler.ServeHTTP({0xc0002a4420?}, {0x91fba0, 0xc00034e1c0}, 0xc000138400)
            	/usr/lib/go-1.19/src/net/http/server.go:2947 +0x30c
            net/http.(*conn).serve(0xc000286000, {0x920360, 0xc000073710})
            	/usr/lib/go-1.19/src/net/http/server.go:1991 +0x607
            created by net/http.(*Server).Serve
            	/usr/lib/go-1.19/src/net/http/server.go:3102 +0x4db

            goroutine 20 [chan receive, 2 minutes]:
            github.com/gin-gonic/gin.(*Context).Next(...)
            	/usr/share/gocode/src/github.com/gin-gonic/gin/context.go:173
            main.awaitApproval(0x0?)
            	/service/leaky.go:45 +0x1b
            created by main.startReport in goroutine 7
            	/service/leaky.go:39 +0x85
            """;

    @Test
    void goroutinesAreCountedByWhatTheyBeganWithExceptTheReadersOwn() {
        assertThat(Goroutines.counts(GROUPS))
                .containsOnlyKeys("main.awaitApproval", "net/http.(*conn).serve")
                .containsEntry("main.awaitApproval", 3L)
                .containsEntry("net/http.(*conn).serve", 3L);
    }

    @Test
    void eachGoroutineIsReadWithWhatItWaitsForAndWhoCreatedIt() {
        List<ThreadStack> stacks = Goroutines.stacks(STACKS);

        assertThat(stacks).hasSize(2);
        assertThat(stacks.get(1))
                .isEqualTo(new ThreadStack(
                        20,
                        "main.awaitApproval",
                        false,
                        "chan receive",
                        List.of(
                                "github.com/gin-gonic/gin.(*Context).Next(github.com/gin-gonic/gin/context.go:173)",
                                "main.awaitApproval(leaky.go:45)"),
                        List.of("main.startReport(leaky.go:39)")));
        assertThat(stacks.get(0).name()).isEqualTo("net/http.(*conn).serve");
        assertThat(stacks.get(0).started()).containsExactly("net/http.(*Server).Serve(std/net/http/server.go:3102)");
    }

    @Test
    void anythingElseIsRefused() {
        assertThatThrownBy(() -> Goroutines.counts("404 page not found"))
                .isInstanceOf(ScupperException.class)
                .hasMessage("This is no goroutine profile of Go in text form: '404 page not found'.");
    }
}
