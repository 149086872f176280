package io.scupper.heap.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BelongingTests {

    private final Belonging nothingDeclared = Belonging.of(List.of(), "io.scupper.");

    @Test
    void aClassOfNoLibraryIsTheApplications() {
        assertThat(nothingDeclared.isApplication("com.acme.Orders")).isTrue();
        assertThat(nothingDeclared.isApplication("org.springframework.samples.Clinic"))
                .isFalse();
        assertThat(nothingDeclared.isApplication("java.util.HashMap")).isFalse();
        assertThat(nothingDeclared.isApplication("javax.cache.Cache")).isFalse();
        assertThat(nothingDeclared.isApplication("byte[]")).isFalse();
    }

    @Test
    void aClassItselfBelongsToWhomItsInstancesDo() {
        assertThat(nothingDeclared.isApplication("class com.acme.Orders")).isTrue();
        assertThat(nothingDeclared.isApplication("class org.springframework.cglib.core.AbstractClassGenerator"))
                .isFalse();
        assertThat(nothingDeclared.isApplication("class java.util.ResourceBundle"))
                .isFalse();
    }

    @Test
    void theAgentsClassesAreItsOwn() {
        assertThat(nothingDeclared.isOwn("io.scupper.agent.Agent")).isTrue();
        assertThat(nothingDeclared.isApplication("io.scupper.agent.Agent")).isFalse();
    }

    @Test
    void whatIsDeclaredGoesBeforeAllElse() {
        var declared = Belonging.of(List.of("org.apache.ours.", "io.scupper.examples."), "io.scupper.");

        assertThat(declared.isApplication("org.apache.ours.Orders")).isTrue();
        assertThat(declared.isApplication("io.scupper.examples.Orders")).isTrue();
        assertThat(declared.isOwn("io.scupper.examples.Orders")).isFalse();
        assertThat(declared.isApplication("org.apache.theirs.Orders")).isFalse();
    }
}
