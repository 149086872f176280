package io.scupper.maven;

import io.scupper.gate.Check;
import io.scupper.gate.CheckOptions;
import io.scupper.gate.decision.ExitCode;
import io.scupper.gate.decision.Policy;
import io.scupper.gate.words.GateException;
import java.io.File;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Decides on the records of the leak tests of this module. A broken set-up is a build error, everything else a failure. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends AbstractMojo {

    /** Folders of records, one for each shard. */
    @Parameter(property = "scupper.gate.records", defaultValue = "${project.build.directory}/scupper")
    private List<File> records = List.of();

    /** The budget, if the file is there. */
    @Parameter(property = "scupper.gate.budget", defaultValue = "${project.basedir}/scupper-budget.json")
    private @Nullable File budget;

    /** The accepted leaks, if the file is there. */
    @Parameter(property = "scupper.gate.accepted", defaultValue = "${project.basedir}/scupper-accepted.json")
    private @Nullable File accepted;

    /** Where lines of code are looked for. */
    @Parameter(property = "scupper.gate.sources", defaultValue = "${project.basedir}")
    private @Nullable File sources;

    /** The folder for pages and their index. */
    @Parameter(property = "scupper.gate.html")
    private @Nullable File html;

    /** The file that a summary is added to. */
    @Parameter(property = "scupper.gate.markdown")
    private @Nullable File markdown;

    /** The file for leaks at their lines, for GitHub. */
    @Parameter(property = "scupper.gate.sarif")
    private @Nullable File sarif;

    /** The file for leaks at their lines, for GitLab. */
    @Parameter(property = "scupper.gate.codeQuality")
    private @Nullable File codeQuality;

    /** The file of past builds; this one is added to it. */
    @Parameter(property = "scupper.gate.trend")
    private @Nullable File trend;

    /** What this build is called in the trend; the day if nothing is given. */
    @Parameter(property = "scupper.gate.build")
    private @Nullable String build;

    /** Whether a verdict that could not be given fails the build. */
    @Parameter(property = "scupper.gate.failOnInconclusive", defaultValue = "true")
    private boolean failOnInconclusive;

    /** Whether not all tests were to run, so that no entry without a test is stale. */
    @Parameter(property = "scupper.gate.partial", defaultValue = "false")
    private boolean partial;

    /** Share by which growth may exceed its budget. */
    @Parameter(property = "scupper.gate.growthTolerance", defaultValue = "" + Policy.GROWTH_TOLERANCE)
    private double growthTolerance = Policy.GROWTH_TOLERANCE;

    /** Share by which time to baseline may exceed its budget. */
    @Parameter(property = "scupper.gate.timeTolerance", defaultValue = "" + Policy.TIME_TOLERANCE)
    private double timeTolerance = Policy.TIME_TOLERANCE;

    /** Milliseconds by which it may exceed it beyond that. */
    @Parameter(property = "scupper.gate.timeSlack", defaultValue = "" + Policy.TIME_SLACK_MILLIS)
    private long timeSlack = Policy.TIME_SLACK_MILLIS;

    /** Leaves the gate out. */
    @Parameter(property = "scupper.gate.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("scupper.gate.skip: nothing was checked.");
            return;
        }
        ExitCode code;
        try {
            code = new Check(options()).run(getLog()::info);
        } catch (GateException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
        String text = "Leak gate: %s. See the lines above.".formatted(code.words());
        switch (code) {
            case CLEAN -> {}
            case BROKEN -> throw new MojoExecutionException(text);
            case LEAK, REGRESSION, INCONCLUSIVE, STALE -> throw new MojoFailureException(text);
        }
    }

    private CheckOptions options() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return new CheckOptions(
                records.stream().map(File::toPath).toList(),
                path(budget).filter(java.nio.file.Files::exists),
                path(accepted).filter(java.nio.file.Files::exists),
                path(sources).map(List::of).orElse(List.of()),
                path(html),
                path(markdown),
                path(sarif),
                path(codeQuality),
                path(trend),
                build == null ? today.toString() : build,
                new Policy(today, failOnInconclusive, !partial, growthTolerance, timeTolerance, timeSlack));
    }

    private static Optional<Path> path(@Nullable File file) {
        return Optional.ofNullable(file).map(File::toPath);
    }
}
