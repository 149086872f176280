package io.scupper.ext.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Lines of {@code CLIENT LIST}, as servers of three versions wrote them. */
class RedisClientTests {

    @Test
    void readsALineOfRedis6() {
        var client =
                RedisClient.parse("id=7 addr=127.0.0.1:40012 laddr=127.0.0.1:6379 fd=9 name=sub age=3 idle=0 flags=P"
                        + " db=0 sub=1 psub=2 multi=-1 qbuf=12 qbuf-free=40954 argv-mem=10 obl=5 oll=261 omem=16996472"
                        + " tot-mem=17016976 events=rw cmd=subscribe user=default redir=-1");

        assertThat(client).isEqualTo(new RedisClient(7, "sub", 3, 16_996_472, 261, 5, 12));
    }

    @Test
    void readsALineOfRedis70() {
        var client = RedisClient.parse("id=3 addr=127.0.0.1:58434 laddr=127.0.0.1:6379 fd=8 name= age=0 idle=0 flags=N"
                + " db=0 sub=0 psub=0 ssub=1 multi=-1 qbuf=26 qbuf-free=20448 argv-mem=10 multi-mem=0 rbs=1024 rbp=0"
                + " obl=0 oll=0 omem=0 tot-mem=22298 events=r cmd=client|list user=default redir=-1 resp=2");

        assertThat(client).isEqualTo(new RedisClient(3, "", 1, 0, 0, 0, 26));
    }

    @Test
    void takesTheLibraryForTheNameWhereThereIsNone() {
        var client =
                RedisClient.parse("id=4 addr=172.17.0.3:33210 laddr=172.17.0.2:6379 fd=10 name= age=1 idle=1 flags=N"
                        + " db=0 sub=0 psub=0 ssub=0 multi=-1 watch=0 qbuf=0 qbuf-free=0 argv-mem=0 multi-mem=0 rbs=1024 rbp=0"
                        + " obl=0 oll=0 omem=0 tot-mem=1928 events=r cmd=client|setinfo user=default redir=-1 resp=3"
                        + " lib-name=Lettuce lib-ver=7.7.0");

        assertThat(client).isEqualTo(new RedisClient(4, "Lettuce", 0, 0, 0, 0, 0));
    }

    @Test
    void numberedNamesAreOneGroup() {
        var client = RedisClient.parse("id=4 name=orders-17-worker-3");

        assertThat(client.group()).isEqualTo("orders-*-worker-*");
    }
}
