package io.scupper.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** What is compiled from this project's sources: not the agent's relocated copies of others. */
public final class Sources implements ImportOption {

    @Override
    public boolean includes(Location location) {
        return !location.contains("/io/scupper/agent/")
                && !location.contains("/io/scupper/architecture/")
                && !location.contains("/test-classes/");
    }
}
