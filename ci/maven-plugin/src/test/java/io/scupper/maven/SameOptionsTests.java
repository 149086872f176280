package io.scupper.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.gate.GateCommand;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The goal takes what the runnable jar takes: who moves from one to the other loses nothing. */
class SameOptionsTests {

    /** In Maven a switch is on or off. */
    private static final Map<String, String> OTHERWISE = Map.of("inconclusive", "failOnInconclusive");

    @Test
    void eachOptionOfTheJarIsAParameterOfTheGoal() {
        assertThat(parameters(CheckMojo.class)).containsAll(options("check").toList());
        assertThat(parameters(AcceptMojo.class)).containsAll(options("accept").toList());
    }

    private static Stream<String> options(String command) {
        return new CommandLine(new GateCommand())
                .getSubcommands().get(command).getCommandSpec().options().stream()
                        .map(option -> option.longestName().substring(2))
                        .filter(name -> !Set.of("help", "version").contains(name))
                        .map(name -> OTHERWISE.getOrDefault(name, camelCase(name)));
    }

    private static Stream<String> parameters(Class<?> goal) {
        return Arrays.stream(goal.getDeclaredFields()).map(Field::getName);
    }

    private static String camelCase(String name) {
        var camel = new StringBuilder();
        for (String word : name.split("-")) {
            camel.append(camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camel.toString();
    }
}
