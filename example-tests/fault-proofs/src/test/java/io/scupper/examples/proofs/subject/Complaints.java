package io.scupper.examples.proofs.subject;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;

/**
 * Fails at a request that has a message, and logs it once, with a filter of Logback's that drops what it has seen. The argument is
 * {@code leaky}, which remembers all messages, or {@code remedied}, which remembers the last.
 */
public final class Complaints {

    private Complaints() {}

    public static void main(String[] args) throws IOException {
        Logger log = log(new Repetitions(args[0].equals("remedied")));
        log.error("started");
        Front.serve(exchange -> {
            String message = exchange.getRequestURI().getRawQuery();
            if (message == null) {
                Front.answer(exchange, 200, "nothing to complain of");
            } else {
                log.error(message);
                Front.answer(exchange, 500, "failed");
            }
        });
    }

    private static Logger log(Filter<ILoggingEvent> filter) {
        var context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%msg%n");
        encoder.start();
        var appender = new OutputStreamAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setOutputStream(OutputStream.nullOutputStream());
        appender.addFilter(filter);
        appender.start();
        var logger = context.getLogger("complaints");
        logger.addAppender(appender);
        return logger;
    }

    /** Drops messages that it has seen. */
    private static final class Repetitions extends Filter<ILoggingEvent> {

        private final Map<String, Seen> seen = new ConcurrentHashMap<>();
        private final boolean remedied;

        Repetitions(boolean remedied) {
            this.remedied = remedied;
        }

        @Override
        public FilterReply decide(ILoggingEvent event) {
            String message = event.getFormattedMessage();
            if (seen.containsKey(message)) {
                return FilterReply.DENY;
            }
            if (remedied) {
                seen.clear();
            }
            seen.put(message, new Seen(event.getTimeStamp()));
            return FilterReply.NEUTRAL;
        }
    }

    /** When a message was seen; equal to itself alone. */
    private static final class Seen {

        final long time;

        Seen(long time) {
            this.time = time;
        }
    }
}
