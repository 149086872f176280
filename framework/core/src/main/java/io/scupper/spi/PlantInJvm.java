package io.scupper.spi;

import io.scupper.model.Resource;
import io.scupper.model.Sample;
import io.scupper.spi.AgentLink.Plant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What the probes of a JVM must show of what its agent has planted: so many objects more, the parked thread, the held connection. */
final class PlantInJvm {

    private PlantInJvm() {}

    static List<String> blind(Plant plant, int objects, Sample before, Sample sample) {
        var blind = new ArrayList<String>();
        long seen = sample.instances(plant.className()) - before.instances(plant.className());
        if (seen != objects) {
            blind.add(("The heap probe is blind: %d objects were planted and %d are in the class histogram."
                            + " The JVM's collector or its flags hide what is live.")
                    .formatted(objects, seen));
        }
        if (!shows(sample, "threads", plant.thread()::equals)) {
            blind.add("The threads probe is blind: a parked thread was planted and is not listed.");
        }
        if (!shows(sample, "sockets", name -> name.endsWith(":" + plant.port()))) {
            blind.add(
                    "The sockets probe is blind: a connection was planted and is not listed. It reads /proc/self, which"
                            + " the subject's system does not have, or hides from the subject.");
        }
        return blind;
    }

    private static boolean shows(Sample sample, String probe, Predicate<String> name) {
        return sample.counted().keySet().stream()
                .filter(resource -> resource.probe().equals(probe))
                .map(Resource::name)
                .anyMatch(name);
    }
}
