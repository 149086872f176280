package io.scupper.ext.redis;

import io.scupper.control.Activation;
import io.scupper.control.Trigger;
import io.scupper.model.ScupperException;
import io.scupper.model.TimeSpan;
import io.scupper.spi.FaultReport;
import io.scupper.spi.PreparedFault;
import io.scupper.spi.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Pauses Redis with each operation that the activation chooses. A pause has fired if the subject sent something to Redis
 * while it lasted. Redis ends each by itself; lifting ends the one under way, at once where it is of writing commands and
 * with its last milliseconds where it is of all, for then Redis hears nobody. Nothing is left to compensate. A pause that
 * another fault has begun is left alone, unless both are under way: Redis knows only one.
 */
final class PausedRedis implements PreparedFault {

    private final RedisConnection redis;
    private final Optional<Wire> wire;
    private final Duration pause;
    private final PausedRedisType.Commands commands;
    private final Activation activation;
    private final ScheduledExecutorService afterPause;

    private Trigger trigger;
    private boolean armed;
    private long pauses;
    private long felt;
    private long runs;
    private long pausedUntil = System.nanoTime();

    PausedRedis(RedisServer server, Duration pause, PausedRedisType.Commands commands, Activation activation) {
        this.redis = new RedisConnection(server.address(), "pause");
        this.wire = server.wire();
        this.pause = pause;
        this.commands = commands;
        this.activation = activation;
        this.trigger = new Trigger(activation);
        this.afterPause = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "scupper-redis-pause");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public synchronized void arm() {
        trigger = new Trigger(activation);
        pauses = 0;
        felt = 0;
        runs++;
        armed = true;
    }

    @Override
    public synchronized void lift() {
        if (armed) {
            armed = false;
            if (pausedUntil - System.nanoTime() > 0) {
                redis.ask("CLIENT", "UNPAUSE");
            }
        }
    }

    @Override
    public void compensate() {}

    @Override
    public synchronized FaultReport report() {
        String note = "%d pauses of %s; in %d of them the subject sent commands to Redis"
                .formatted(pauses, TimeSpan.format(pause), felt);
        return new FaultReport(trigger.matched(), felt, 0, note);
    }

    /** Its traffic is the command that pauses. */
    @Override
    public boolean bringsTraffic() {
        return true;
    }

    @Override
    public void operate() throws IOException {
        try {
            pauseIfChosen();
        } catch (ScupperException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private synchronized void pauseIfChosen() {
        if (armed && trigger.pull()) {
            redis.ask("CLIENT", "PAUSE", Long.toString(pause.toMillis()), commands.name());
            pausedUntil = System.nanoTime() + pause.toNanos();
            pauses++;
            long before = sent();
            long run = runs;
            afterPause.schedule(() -> isOver(run, before), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void isOver(long run, long sentBefore) {
        if (run == runs && sent() > sentBefore) {
            felt++;
        }
    }

    /** Returns how many bytes the subject has sent to Redis so far. */
    private long sent() {
        return wire.map(each -> each.traffic().toServer()).orElse(0L);
    }

    @Override
    public void close() {
        afterPause.shutdownNow();
        try (redis) {
            lift();
        } catch (ScupperException e) {
            // A Redis that has ended is paused no more, and its end is the probe's error to raise.
            return;
        }
    }
}
