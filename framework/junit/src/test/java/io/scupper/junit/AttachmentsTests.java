package io.scupper.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.commons.JUnitException;

class AttachmentsTests {

    @TempDir
    Path folder;

    @Test
    void whatIsAttachedIsACopyOfTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("record.json"), "{}");
        Path copy = folder.resolve("copy");

        Attachments.attach(context(name -> assertThat(name).isEqualTo("record.json"), copy), file, "application/json");

        assertThat(copy).hasContent("{}");
    }

    @Test
    void anOlderJunitThatTakesNoFilesIsNoFailure() {
        assertThatCode(() -> attachedTo(new NoSuchMethodError("publishFile"))).doesNotThrowAnyException();
        assertThatCode(() -> attachedTo(new NoClassDefFoundError("org/junit/jupiter/api/MediaType")))
                .doesNotThrowAnyException();
    }

    @Test
    void aLauncherWithoutAPlaceForFilesIsNoFailure() {
        assertThatCode(() -> attachedTo(new JUnitException("disabled"))).doesNotThrowAnyException();
    }

    private void attachedTo(Throwable failure) {
        ThrowingConsumer<String> fails = name -> {
            throw failure;
        };
        Attachments.attach(context(fails, folder.resolve("copy")), folder.resolve("record.json"), "application/json");
    }

    /** A context that is only asked to publish a file. */
    @SuppressWarnings("unchecked")
    private static ExtensionContext context(ThrowingConsumer<String> asked, Path copy) {
        return (ExtensionContext) Proxy.newProxyInstance(
                ExtensionContext.class.getClassLoader(),
                new Class<?>[] {ExtensionContext.class},
                (proxy, method, arguments) -> {
                    asked.accept((String) arguments[0]);
                    ((ThrowingConsumer<Path>) arguments[2]).accept(copy);
                    return null;
                });
    }
}
