package io.scupper.junit;

import io.scupper.engine.Planting;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Makes a test class a leak test: its {@link SystemUnderTest} is started once, with the agent in it, and each
 * {@link ReturnsToBaseline} method becomes an experiment on it.
 *
 * <p>Where a container of {@code @Testcontainers} is the system under test, this annotation stands above that one, so that
 * the agent is brought in before the container starts.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(LeakTestExtension.class)
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public @interface LeakTest {

    /** How long after lift everything may take to be back, for example {@code "30s"}. */
    String within() default "30s";

    /** Where the system under test runs; the system property {@code scupper.runtime} goes before it. */
    Where runtime() default Where.AUTO;

    /** Operations of one round, from 1; 0 for 211, or what a fault with {@code times} asks for. */
    int operations() default 0;

    /** Rounds with the fault, from 5. */
    int rounds() default 5;

    /** Rounds without the fault that are compared with them, from 1. */
    int controlRounds() default 3;

    /**
     * How long the subject keeps what is idle, for example {@code "60s"}: the longest of its keep-alive and idle times. What is
     * not back at its baseline is waited for that long, even beyond {@link #within}; empty where nothing is to be declared.
     * Idle threads of the JDK's common pool and clients, of OkHttp, Reactor and Tomcat are known by their names.
     */
    String idle() default "";

    /** When a leak is planted to see whether the probes see one; the system property {@code scupper.planting} goes before it. */
    Planting planting() default Planting.EACH;

    /** Names of classes of which the values in the thread locals of live threads are counted. */
    String[] threadLocals() default {};

    /**
     * A seed, to run each test under random mixes of faults too; empty not to. The system property {@code scupper.random} goes
     * before it, {@code scupper.random.mixes} says how many (5), and {@code scupper.random.mix} replays one.
     */
    String random() default "";

    /** How many threads carry out operations, from 1. */
    int concurrency() default 1;
}
