package io.scupper.ext.container;

import io.scupper.runtime.AgentOptions;
import io.scupper.spi.ContainerForm;
import io.scupper.spi.SubjectSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the plan of the subject's container: an image that starts it by itself, or a Java runtime with its jars. */
final class SubjectPlan {

    private SubjectPlan() {}

    /** Returns the name of the image that the subject runs from. */
    static String imageName(SubjectSpec spec) {
        return spec.image().orElse(ContainerForm.JAVA_IMAGE);
    }

    static ContainerPlan of(SubjectSpec spec, Image image, AgentOptions agent, ContainerCompanions companions) {
        String agentOption = AgentPlug.jvmOption(agent);
        var files = new JarFiles();
        var environment = environment(spec, companions);
        List<String> command = spec.arguments();
        String name = spec.description();
        if (spec.image().isPresent()) {
            environment.put(ToolOptions.VARIABLE, toolOptions(spec, image, agentOption));
        } else {
            command = JavaCommand.of(spec, agentOption, files);
            name += " in " + image.written();
        }
        var all = new HashMap<String, Path>(files.files());
        all.put(AgentPlug.FILE, AgentPlug.jar());
        return new ContainerPlan(name, image, environment, command, ports(spec), all, companions.membership());
    }

    /** Returns the plan of an image that takes no agent, and is told what its reader wants it to be told. */
    static ContainerPlan of(
            SubjectSpec spec, Image image, Map<String, String> ofImage, ContainerCompanions companions) {
        var environment = environment(spec, companions);
        var given = new HashMap<>(ofImage);
        given.putAll(environment);
        environment.putAll(spec.outside().orElseThrow().reader().settings(given));
        return new ContainerPlan(
                spec.description(),
                image,
                environment,
                spec.arguments(),
                Set.of(spec.httpPort()),
                Map.of(),
                companions.membership());
    }

    private static HashMap<String, String> environment(SubjectSpec spec, ContainerCompanions companions) {
        var environment = new HashMap<>(companions.settings());
        environment.putAll(spec.settings());
        if (spec.httpPort() > 0 && !spec.httpPortSetting().isBlank()) {
            environment.put(spec.httpPortSetting(), Integer.toString(spec.httpPort()));
        }
        return environment;
    }

    /** The heap stays as the image has it; only what would look like a leak is changed. */
    private static String toolOptions(SubjectSpec spec, Image image, String agentOption) {
        var added = new ArrayList<>(List.of(agentOption, JavaCommand.CLEAR_SOFT_REFERENCES));
        added.addAll(spec.jvmOptions());
        return ToolOptions.merged(spec.settings().getOrDefault(ToolOptions.VARIABLE, image.toolOptions()), added);
    }

    private static Set<Integer> ports(SubjectSpec spec) {
        var ports = new HashSet<>(Set.of(AgentPlug.PORT));
        if (spec.httpPort() > 0) {
            ports.add(spec.httpPort());
        }
        return ports;
    }
}
