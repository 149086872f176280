package io.scupper.examples.corpus.subject;

import io.scupper.examples.corpus.habit.Habit;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Does once per request what its kind does, and forgets to give back as often as it is told. */
public final class Subject {

    /** The environment variable with the port of the server that holds connections open. */
    public static final String PEER_PORT = "PEER_PORT";

    private Subject() {}

    /** Returns the arguments that make it what is wanted. */
    public static List<String> arguments(Kind kind, Pattern pattern, int percent, long seed) {
        return List.of(kind.name(), pattern.name(), Integer.toString(percent), Long.toString(seed));
    }

    public static void main(String[] args) throws IOException {
        var draw = new Draw(
                Pattern.valueOf(args[1].toUpperCase(Locale.ROOT)), Integer.parseInt(args[2]), Long.parseLong(args[3]));
        int peerPort = Integer.parseInt(System.getenv().getOrDefault(PEER_PORT, "0"));
        Habit habit = Kind.valueOf(args[0]).habit(new Kind.Surroundings(peerPort, draw.seed()));
        Front.serve(operation -> {
            Habit.Taken taken = habit.take(operation);
            if (!draw.forgets(operation)) {
                taken.giveBack();
            }
        });
    }
}
