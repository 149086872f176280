package io.scupper.maven;

import io.scupper.gate.BudgetUpdate;
import io.scupper.gate.decision.ExitCode;
import io.scupper.gate.words.GateException;
import java.io.File;
import java.util.List;
import java.util.Objects;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Writes the budget that the latest run of the leak tests keeps to; commit it. Leaks are not accepted so: each needs a reason. */
@Mojo(name = "accept", threadSafe = true)
public final class AcceptMojo extends AbstractMojo {

    /** Folders of records, one for each shard. */
    @Parameter(property = "scupper.gate.records", defaultValue = "${project.build.directory}/scupper")
    private List<File> records = List.of();

    /** The file to write. */
    @Parameter(property = "scupper.gate.budget", defaultValue = "${project.basedir}/scupper-budget.json")
    private @Nullable File budget;

    @Override
    public void execute() throws MojoExecutionException {
        try {
            ExitCode code = BudgetUpdate.write(
                    records.stream().map(File::toPath).toList(),
                    Objects.requireNonNull(budget, "has a default").toPath(),
                    getLog()::info);
            if (code != ExitCode.CLEAN) {
                throw new MojoExecutionException("Nothing was accepted. See the lines above.");
            }
        } catch (GateException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }
}
