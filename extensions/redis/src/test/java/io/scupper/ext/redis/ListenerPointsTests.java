package io.scupper.ext.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.JoinPoint;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The points are there, in the versions of the libraries on this class path. */
class ListenerPointsTests {

    static List<JoinPoint> points() {
        return ListenerPoints.ALL;
    }

    @ParameterizedTest
    @MethodSource("points")
    void libraryHasThePoint(JoinPoint point) throws ClassNotFoundException {
        Class<?> type = Class.forName(point.type(), false, getClass().getClassLoader());

        assertThat(Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> method.getName().equals(point.method()))
                        .filter(method -> method.getParameterCount() == point.parameters()))
                .singleElement()
                .satisfies(method -> {
                    assertThat(Modifier.isAbstract(method.getModifiers())).isFalse();
                    assertThat(Modifier.isFinal(method.getModifiers())).isFalse();
                    assertThat(Modifier.isStatic(method.getModifiers())).isFalse();
                });
    }
}
