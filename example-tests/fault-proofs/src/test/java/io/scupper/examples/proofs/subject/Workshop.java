package io.scupper.examples.proofs.subject;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Has a {@link Tool} for each place at which a fault in the JVM strikes, and needs no server for any of them: what a client library
 * does on its side is done all the same. Line by line it is told {@code use NAME}, which begins on a thread of that name, or
 * {@code state NAME}, and says how that tool is.
 */
public final class Workshop {

    private final Map<String, Tool> tools = new TreeMap<>();
    private final Map<String, Queue<Thread>> users = new ConcurrentHashMap<>();

    private Workshop() {}

    public static void main(String[] args) throws Exception {
        // Nothing but answers: what its libraries have to say is not for whoever asks.
        PrintStream answers = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        var workshop = new Workshop();
        workshop.tools.putAll(JdkTools.all());
        workshop.tools.putAll(PoolTools.all());
        workshop.tools.putAll(MessageTools.all());
        workshop.tools.putAll(ServerTools.all());
        workshop.serve(answers);
    }

    private void serve(PrintStream answers) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String name = line.substring(line.indexOf(' ') + 1);
            Tool tool = tools.get(name);
            if (tool == null) {
                answers.println("there is no tool '" + name + "'");
            } else {
                answers.println(line.startsWith("use ") ? use(name, tool) : state(name, tool));
            }
        }
    }

    private String use(String name, Tool tool) {
        var user = new Thread(() -> useQuietly(tool), name);
        users.computeIfAbsent(name, any -> new ConcurrentLinkedQueue<>()).add(user);
        user.setDaemon(true);
        user.start();
        return "begun";
    }

    private static void useQuietly(Tool tool) {
        try {
            tool.use();
        } catch (Exception e) {
            e.printStackTrace();
        }
    }

    private String state(String name, Tool tool) {
        long busy = users.getOrDefault(name, new ConcurrentLinkedQueue<>()).stream()
                .filter(Thread::isAlive)
                .count();
        return tool.out() + " out, " + busy + " busy";
    }
}
