package io.scupper.heap.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTests {

    @ParameterizedTest
    @CsvSource({
        "com.acme.Orders$$Lambda$14/0x0000000800c03000, com.acme.Orders$$Lambda",
        "com.acme.Orders$$Lambda/0x00007f8a3c0a1, com.acme.Orders$$Lambda",
        "com.acme.Orders$$Lambda$14.0x0000000800c03000, com.acme.Orders$$Lambda",
        "com/acme/Orders$Line, com.acme.Orders$Line",
        "com.acme.Orders$1, com.acme.Orders$1",
        "com.acme.Hidden/0x0000000800c03000, com.acme.Hidden",
        "com.acme.Hidden+0x0000000800c03000, com.acme.Hidden",
        "jdk.proxy2.$Proxy12, jdk.proxy2.$Proxy",
        "com.acme.Orders$$EnhancerBySpringCGLIB$$ab12, com.acme.Orders$$EnhancerBySpringCGLIB",
        "com.acme.Orders$$SpringCGLIB$$0, com.acme.Orders$$SpringCGLIB",
        "com.acme.Orders$MockitoMock$1234, com.acme.Orders$MockitoMock",
        "com.acme.Order$HibernateProxy$aB3dE, com.acme.Order$HibernateProxy",
        "jdk.internal.reflect.GeneratedMethodAccessor12, jdk.internal.reflect.GeneratedMethodAccessor",
        "[B, byte[]",
        "byte[], byte[]",
        "[[I, int[][]",
        "[Ljava.lang.Object;, java.lang.Object[]",
        "[Lcom/acme/Orders$$Lambda$14/0x0000000800c03000;, com.acme.Orders$$Lambda[]",
        "com.acme.Base64, com.acme.Base64"
    })
    void classesLoseTheNumbersOfTheirRun(String name, String plain) {
        assertThat(Names.plain(name)).isEqualTo(plain);
    }

    @Test
    void threadsLoseTheirNumbers() {
        assertThat(Names.ofThread("http-nio-8080-exec-3")).isEqualTo("http-nio-#-exec-#");
        assertThat(Names.ofThread("session-0fe2ac3419bd")).isEqualTo("session-#");
        assertThat(Names.ofThread("main")).isEqualTo("main");
    }
}
