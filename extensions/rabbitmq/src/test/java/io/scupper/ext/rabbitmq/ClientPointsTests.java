package io.scupper.ext.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.JoinPoint;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The points are there, in the version of the client on this class path. */
class ClientPointsTests {

    static Stream<JoinPoint> points() {
        return Stream.concat(ClientPoints.ACKNOWLEDGEMENTS.stream(), ClientPoints.DELIVERIES.stream());
    }

    @ParameterizedTest
    @MethodSource("points")
    void clientHasThePoint(JoinPoint point) throws ClassNotFoundException {
        Class<?> type = Class.forName(point.type(), false, getClass().getClassLoader());

        assertThat(Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> method.getName().equals(point.method()))
                        .filter(method -> method.getParameterCount() == point.parameters()))
                .singleElement()
                .satisfies(method ->
                        assertThat(Modifier.isAbstract(method.getModifiers())).isFalse());
    }
}
