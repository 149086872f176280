package io.scupper.example.subject;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A program for the agent to live in: does what each line of its input says, and answers with one line. */
public final class Subject {

    private Subject() {}

    public static void main(String[] arguments) throws IOException {
        var operations = new Operations();
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            String argument = words.length > 1 ? words[1] : "";
            String answer;
            try {
                Object result = operations.carryOut(words[0], argument);
                if (result == null) {
                    continue;
                }
                answer = "ok " + result;
            } catch (Exception e) {
                answer = "failed " + e.getClass().getName() + " " + e.getMessage();
            }
            System.out.println(answer);
            System.out.flush();
        }
    }
}
