package io.scupper.examples.realleaks.drivers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Looks up whose a session is while it lasts; it keeps neither the session nor the tenant alive. */
public final class CaffeineWeakWeak {

    private static final Tenant TENANT = new Tenant();

    private CaffeineWeakWeak() {}

    public static void main(String[] args) throws Exception {
        Cache<Session, Tenant> tenants =
                Caffeine.newBuilder().weakKeys().weakValues().build();
        Front.serve(() -> {
            var session = new Session();
            tenants.put(session, TENANT);
            if (tenants.getIfPresent(session) != TENANT) {
                throw new IllegalStateException("The session is nobody's.");
            }
        });
    }

    private static final class Session {}

    private static final class Tenant {}
}
