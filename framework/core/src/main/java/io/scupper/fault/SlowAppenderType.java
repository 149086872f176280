package io.scupper.fault;

import io.scupper.model.Effect;
import io.scupper.model.Library;
import io.scupper.spi.Parameter;
import java.util.List;

/** Lets the appenders of a logging library take long, as a full disk or a slow console does. */
public final class SlowAppenderType extends LibraryFaultType {

    /** The fault's id. */
    public static final String ID = "slow-appender";

    private static final Library LOGBACK =
            Library.of("Logback", "ch.qos.logback:logback-core", "ch.qos.logback.core.OutputStreamAppender", "1.5.18");
    private static final Library LOG4J = Library.of(
            "Log4j 2",
            "org.apache.logging.log4j:log4j-core",
            "org.apache.logging.log4j.core.appender.OutputStreamManager",
            "2.24.3");
    private static final String AT_ONCE = "at once: nothing is withheld but time";

    private static final List<ReleasePoint> POINTS = List.of(
            ReleasePoint.of(LOGBACK, "ch.qos.logback.core.OutputStreamAppender", "writeBytes", 1)
                    .recoversBy(AT_ONCE),
            ReleasePoint.of(LOG4J, "org.apache.logging.log4j.core.appender.AbstractOutputStreamAppender", "append", 1)
                    .recoversBy(AT_ONCE));

    /** Makes the type. */
    public SlowAppenderType() {
        super(ID, POINTS);
    }

    /** Nothing is left out. */
    @Override
    public boolean suppresses() {
        return false;
    }

    @Override
    List<Parameter> ownParameters() {
        return List.of(new Parameter("delay", "a duration of 1ms or more, such as '200ms'", "200ms"));
    }

    @Override
    Effect effect(Allowed allowed) {
        long millis = allowed.parameters().duration("delay").toMillis();
        allowed.require("delay", millis >= 1);
        return Effect.delay(millis);
    }
}
