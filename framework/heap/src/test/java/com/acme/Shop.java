package com.acme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Leaks of all kinds that the plain collections make; and one cache that is bounded. */
final class Shop {

    private Shop() {}

    static final class Session {
        private final List<Item> items = List.of(new Item(), new Item());
    }

    static final class Item {}

    static final class Cache {
        static final Map<String, Session> ENTRIES = new HashMap<>();

        static void round(int from, int to) {
            for (int i = from; i < to; i++) {
                ENTRIES.put("session-" + i, new Session());
            }
        }
    }

    static final class Price {}

    static final class Prices {
        static final Prices INSTANCE = new Prices();
        private final Map<Long, Price> byId = new ConcurrentHashMap<>();

        static void round(int from, int to) {
            for (long i = from; i < to; i++) {
                INSTANCE.byId.put(i, new Price());
            }
        }
    }

    static final class Event {}

    static final class Audit {
        static final Audit INSTANCE = new Audit();
        private final List<Event> events = new ArrayList<>();

        static void round(int from, int to) {
            for (int i = from; i < to; i++) {
                INSTANCE.events.add(new Event());
            }
        }
    }

    static final class Device {}

    /** Holds each device twice. */
    static final class Registry {
        static final Registry INSTANCE = new Registry();
        private final List<Device> all = new ArrayList<>();
        private final Map<String, Device> byName = new HashMap<>();

        static void round(int from, int to) {
            for (int i = from; i < to; i++) {
                var device = new Device();
                INSTANCE.all.add(device);
                INSTANCE.byName.put("device-" + i, device);
            }
        }
    }

    static final class Hit {}

    /** Ten lists, each of which grows. */
    static final class Hits {
        static final Map<String, List<Hit>> BY_PAGE = new HashMap<>();

        static void round(int from, int to) {
            for (int i = from; i < to; i++) {
                BY_PAGE.computeIfAbsent("page-" + i % 10, page -> new ArrayList<>())
                        .add(new Hit());
            }
        }
    }

    static final class Page {}

    /** Keeps a hundred and no more. */
    static final class Recent extends LinkedHashMap<String, Page> {
        private static final long serialVersionUID = 1;
        static final Recent PAGES = new Recent();

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Page> eldest) {
            return size() > 100;
        }

        static void round(int from, int to) {
            for (int i = from; i < to; i++) {
                PAGES.put("page-" + i, new Page());
            }
        }
    }

    static final class Order {}

    /** Nobody takes a listener away again. */
    static final class Bus {
        static final Bus INSTANCE = new Bus();
        private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

        static void round(int from, int to) {
            for (int i = from; i < to; i++) {
                var order = new Order();
                INSTANCE.listeners.add(news -> order.hashCode());
                INSTANCE.listeners.add(new Consumer<>() {
                    @Override
                    public void accept(String news) {}
                });
            }
        }
    }

    static final class Link {
        private Link next;
    }

    /** A list of its own making, deep enough to end any recursion. */
    static final class Chain {
        static final Chain INSTANCE = new Chain();
        private Link head;

        static void round(int from, int to) {
            for (int i = from == 0 ? -100_000 : from; i < to; i++) {
                var link = new Link();
                link.next = INSTANCE.head;
                INSTANCE.head = link;
            }
        }
    }
}
