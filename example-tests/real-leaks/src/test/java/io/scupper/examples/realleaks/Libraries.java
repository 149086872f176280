package io.scupper.examples.realleaks;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.io.File;
import java.util.List;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.DependencyFilterUtils;

/**
 * Finds the class path of released libraries the way Maven would: by the user's settings and local repository, which is all
 * that is needed from the second run on.
 */
final class Libraries implements AutoCloseable {

    private final Context context;

    Libraries() {
        context = Runtimes.INSTANCE
                .getRuntime()
                .create(ContextOverrides.create()
                        .withUserSettings(true)
                        // Poms name repositories of their own; what is tried here is on Maven Central.
                        .ignoreArtifactDescriptorRepositories(true)
                        .build());
    }

    /**
     * Returns the jars, those of dependencies included.
     *
     * @param coordinates group, artifact and version, in the order of the class path
     */
    List<File> jars(List<String> coordinates) throws DependencyResolutionException {
        var wanted = new CollectRequest()
                .setDependencies(coordinates.stream()
                        .map(each -> new Dependency(new DefaultArtifact(each), JavaScopes.RUNTIME))
                        .toList())
                .setRepositories(context.remoteRepositories());
        var request = new DependencyRequest(wanted, DependencyFilterUtils.classpathFilter(JavaScopes.RUNTIME));
        return context
                .repositorySystem()
                .resolveDependencies(context.repositorySystemSession(), request)
                .getArtifactResults()
                .stream()
                .map(ArtifactResult::getArtifact)
                .map(artifact -> artifact.getFile())
                .toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
