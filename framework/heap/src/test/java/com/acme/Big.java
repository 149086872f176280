package com.acme;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A program with a large heap, of which little grows: for measuring. */
public final class Big {

    static final Map<String, Row> ROWS = new HashMap<>();
    static final Map<Integer, Row> LEAKED = new HashMap<>();

    private Big() {}

    static final class Row {
        private final String name;
        private final byte[] content = new byte[40];
        private final Row[] others = new Row[4];

        Row(String name) {
            this.name = name;
        }
    }

    /** Writes two dumps into a folder; about 300 bytes of a dump for each row. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        int rows = Integer.parseInt(args[1]);
        var bean = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        for (int i = 0; i < rows; i++) {
            ROWS.put("row-" + i, new Row("the row of number " + i));
        }
        for (int i = 0; i < 2000; i++) {
            LEAKED.put(i, new Row("first"));
        }
        bean.dumpHeap(folder.resolve("first.hprof").toString(), true);
        for (int i = 2000; i < 4000; i++) {
            LEAKED.put(i, new Row("second"));
        }
        bean.dumpHeap(folder.resolve("second.hprof").toString(), true);
        System.exit(0);
    }
}
