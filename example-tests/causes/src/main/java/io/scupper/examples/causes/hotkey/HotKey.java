package io.scupper.examples.causes.hotkey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnels;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.scupper.examples.causes.WorkServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads prices that are kept in Redis: of {@code hot}, which everybody wants, and of articles that do not exist. */
public final class HotKey {

    private static final String HOT = "hot";
    private static final int MOST = 50;

    private final RedisCommands<String, String> redis;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Cache<String, String> hottest = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(Duration.ofMinutes(1))
            .executor(Runnable::run)
            .build();
    private final BloomFilter<CharSequence> known =
            BloomFilter.create(Funnels.stringFunnel(StandardCharsets.UTF_8), 1_000);

    private HotKey(RedisCommands<String, String> redis) {
        this.redis = redis;
        redis.set(HOT, "42");
        known.put(HOT);
    }

    public static void main(String[] args) throws IOException {
        var service = new HotKey(
                RedisClient.create(System.getenv("REDIS_URL")).connect().sync());
        WorkServer.serve(WorkServer.isRemedied(args) ? service::price : service::priceOfAll);
    }

    /** The leak: that there is none is an answer too, and remembered for all who ask for what does not exist. */
    private String priceOfAll(String article) {
        return hotAnd(
                article,
                answers.computeIfAbsent(article, key -> new Answer(redis.get(key)))
                        .price());
    }

    private String hotAnd(String article, @Nullable String price) {
        return redis.get(HOT) + ", " + article + ": " + price;
    }

    // tag::remedy[]
    private String price(String article) {
        return find(HOT).orElse("none") + ", " + article + ": " + find(article).orElse("none");
    }

    /** First the heap, then Redis, and neither for what is certainly not there. */
    private Optional<String> find(String article) {
        return known.mightContain(article) ? Optional.ofNullable(hottest.get(article, redis::get)) : Optional.empty();
    }
    // end::remedy[]

    private record Answer(@Nullable String price) {}
}
