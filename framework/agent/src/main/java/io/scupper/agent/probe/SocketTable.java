package io.scupper.agent.probe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Picks a process's own rows out of a table of the kernel that lists the sockets of all. On a busy machine that has tens of
 * thousands of them, most in TIME_WAIT, and it is read many times a second: so nothing is made of a row but of the few
 * that are asked for.
 */
final class SocketTable {

    private static final int BUFFER_BYTES = 64 << 10;

    /** Where a row has its inode, counted in words from 0. */
    private static final int INODE = 9;

    private byte[] buffer = new byte[BUFFER_BYTES];

    /**
     * Returns the rows of sockets with these inodes; none if there is no such table.
     *
     * @param inodes sorted
     */
    List<String> rows(Path table, long[] inodes) {
        var rows = new ArrayList<String>();
        try (InputStream in = Files.newInputStream(table)) {
            int filled = 0;
            int read;
            while ((read = in.read(buffer, filled, buffer.length - filled)) >= 0) {
                filled += read;
                int used = addRows(filled, inodes, rows);
                System.arraycopy(buffer, used, buffer, 0, filled - used);
                filled -= used;
                if (filled == buffer.length) {
                    buffer = Arrays.copyOf(buffer, 2 * buffer.length);
                }
            }
        } catch (IOException e) {
            // No such table: another system, or one without IPv6.
            return List.of();
        }
        return rows;
    }

    /** Looks at the whole rows in the buffer; returns how many bytes they have. */
    private int addRows(int filled, long[] inodes, List<String> rows) {
        int begin = 0;
        for (int i = 0; i < filled; i++) {
            if (buffer[i] == '\n') {
                if (Arrays.binarySearch(inodes, inode(begin, i)) >= 0) {
                    rows.add(new String(buffer, begin, i - begin, StandardCharsets.US_ASCII));
                }
                begin = i + 1;
            }
        }
        return begin;
    }

    /** Returns the inode of a row, or -1 where there is none, as in the heading. */
    private long inode(int begin, int end) {
        int at = begin;
        for (int word = 0; word <= INODE; word++) {
            while (at < end && buffer[at] == ' ') {
                at++;
            }
            if (word == INODE) {
                return number(at, end);
            }
            while (at < end && buffer[at] != ' ') {
                at++;
            }
        }
        return -1;
    }

    private long number(int begin, int end) {
        long number = 0;
        int at = begin;
        for (; at < end && buffer[at] >= '0' && buffer[at] <= '9'; at++) {
            number = 10 * number + buffer[at] - '0';
        }
        return at > begin ? number : -1;
    }
}
