package io.scupper.ext.redis;

import io.scupper.control.Activation;
import io.scupper.spi.Fault;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameter;
import io.scupper.spi.ParameterChecks;
import io.scupper.spi.Parameters;
import io.scupper.spi.PreparedFault;
import io.scupper.spi.Recovery;
import io.scupper.spi.RunningSubject;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Makes pauses of Redis: with each operation that the activation chooses it stops carrying commands out, for a while, and
 * answers them all afterwards. A pause is short because Redis answers nobody meanwhile, the probe of its clients neither.
 */
public final class PausedRedisType implements FaultType {

    /** The fault's id. */
    public static final String ID = "redis-paused";

    /** Shorter than any question of ours waits for its answer. */
    private static final Duration LONGEST = Duration.ofSeconds(3);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("pause", "a duration from 1ms to 3s, such as '500ms'", "500ms"),
                new Parameter("commands", "ALL or WRITE", "ALL"),
                RedisOf.REDIS);
    }

    @Override
    public Fault create(Parameters parameters) {
        var checks = new ParameterChecks(this, parameters);
        Duration pause = parameters.duration("pause");
        checks.require("pause", pause.toMillis() >= 1 && pause.compareTo(LONGEST) <= 0);
        return new Paused(
                parameters.asWritten(),
                parameters.recovery(),
                pause,
                parameters.choice("commands", Commands.class),
                parameters.activation(),
                parameters.textOrEmpty("redis"));
    }

    /** What is not carried out. */
    enum Commands {
        ALL,
        WRITE
    }

    private record Paused(
            Map<String, String> parameters,
            Recovery recovery,
            Duration pause,
            Commands commands,
            Activation activation,
            String redis)
            implements Fault {

        @Override
        public String id() {
            return ID;
        }

        @Override
        public PreparedFault prepare(RunningSubject subject) {
            RedisServer server = new RedisOf(ID, redis).require(subject);
            return new PausedRedis(server, pause, commands, activation);
        }
    }
}
