package io.scupper.junit;

import io.scupper.model.Run;
import io.scupper.model.ScupperException;
import io.scupper.spi.RunningSubject;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts the system under test of a class and turns its methods into experiments. State lives in the store. */
final class LeakTestExtension
        implements BeforeAllCallback, BeforeEachCallback, ParameterResolver, InvocationInterceptor {

    private static final Namespace NAMESPACE = Namespace.create(LeakTestExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        Class<?> testClass = context.getRequiredTestClass();
        indexAtTheEnd(context);
        try {
            // Wrong settings of any method end the class before anything is started.
            MethodPlans.validate(testClass);
            Mutations.areOn();
            RandomMode.of(testClass);
            if (stored(context).isEmpty()) {
                start(testClass, context.getStore(NAMESPACE));
            }
        } catch (RuntimeException | Error e) {
            Records.keepNotStarted(testClass, e);
            throw e;
        }
    }

    /** Before any parameter is resolved, where JUnit would wrap the message of a container that does not start. */
    @Override
    public void beforeEach(ExtensionContext context) {
        indexAtTheEnd(context);
        try {
            field(context).running();
        } catch (RuntimeException | Error e) {
            Records.keepNotStarted(context.getRequiredTestClass(), e);
            throw e;
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return resolve(parameter.getParameter().getType(), context).isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return resolve(parameter.getParameter().getType(), context).orElseThrow();
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> invoked, ExtensionContext context)
            throws Throwable {
        Method method = invoked.getExecutable();
        if (!AnnotationSupport.isAnnotated(method, ReturnsToBaseline.class)) {
            invocation.proceed();
            return;
        }
        invocation.skip();
        Class<?> testClass = context.getRequiredTestClass();
        RunningSubject subject = field(context).running();
        Path record = Records.fileOf(testClass, method);
        var rerun = new Rerun(field(context), testClass, invoked);
        LeakExperiment experiment = rerun.experiment(rerun.test());
        // One experiment at a time on one subject: a second would be seen as growth by the first.
        synchronized (subject) {
            Run run;
            Page page;
            try {
                run = Records.kept(testClass, method, subject, experiment::run);
                context.publishReportEntry("scupper.verdict", run.verdict().name());
            } finally {
                page = published(context, record);
            }
            Outcome.report(run, record, page);
            again(context, rerun, record);
        }
    }

    /** Only a test that is CLEAN by itself can tell anything of more faults. */
    private static void again(ExtensionContext context, Rerun rerun, Path record) throws InterruptedException {
        if (Mutations.areOn()) {
            new Mutants(rerun, mutations(context)).run();
        }
        Optional<RandomMode> random = RandomMode.of(context.getRequiredTestClass());
        if (random.isPresent()) {
            new RandomRuns(rerun, random.get(), record).run();
        }
    }

    private static Mutations mutations(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        ConcludedWithStore.class,
                        any -> new ConcludedWithStore(new Mutations(), Records.folder()),
                        ConcludedWithStore.class)
                .mutations();
    }

    /** Shows what an experiment left behind, also one that ended in an error. */
    private static Page published(ExtensionContext context, Path record) {
        context.publishReportEntry("scupper.record", record.toString());
        Attachments.attach(context, record, "application/json");
        Page page = Page.of(record, Records.folder());
        if (!page.said().isEmpty()) {
            context.publishReportEntry("scupper.report", page.said());
        }
        page.file().ifPresent(file -> Attachments.attach(context, file, "text/html"));
        return page;
    }

    private static void start(Class<?> testClass, ExtensionContext.Store store) {
        var subject = SubjectField.of(testClass);
        store.put(SubjectField.class, new ClosedWithStore(subject));
        subject.prepare(MethodPlans.leakTest(testClass).orElseThrow().runtime());
    }

    /** The store of the root is closed once all tests of this JVM have ended. */
    private static void indexAtTheEnd(ExtensionContext context) {
        ExtensionContext.Store store = context.getRoot().getStore(NAMESPACE);
        if (store.get(IndexedWithStore.class) == null) {
            store.put(IndexedWithStore.class, new IndexedWithStore(Records.folder()));
        }
    }

    private static Optional<Object> resolve(Class<?> type, ExtensionContext context) {
        var field = field(context);
        if (type == HttpCalls.class) {
            return Optional.of(HttpCalls.of(field.running()));
        }
        return field.running().companions().stream()
                .filter(type::isInstance)
                .map(Object.class::cast)
                .findFirst();
    }

    private static SubjectField field(ExtensionContext context) {
        return stored(context)
                .orElseThrow(() -> new ScupperException(
                        "%s has @ReturnsToBaseline, but its class has no @LeakTest, which starts the system under test: add it."
                                .formatted(MethodPlans.name(
                                        context.getRequiredTestClass(), context.getRequiredTestMethod()))));
    }

    /** Finds what was started for the class, or for one that this class is nested in. */
    private static Optional<SubjectField> stored(ExtensionContext context) {
        return Optional.ofNullable(context.getStore(NAMESPACE).get(SubjectField.class, ClosedWithStore.class))
                .map(ClosedWithStore::field);
    }

    /** Lets the store stop the subject, also when something later in set-up throws. */
    @SuppressWarnings(
            "deprecation") // JUnit before 5.13 closes the one and no AutoCloseable, later ones want the other.
    private record ClosedWithStore(SubjectField field)
            implements ExtensionContext.Store.CloseableResource, AutoCloseable {

        @Override
        public void close() {
            field.close();
        }
    }

    /** Lets the store say what became of the mutations; what it throws fails the build, though every test has passed. */
    @SuppressWarnings("deprecation") // As above.
    private record ConcludedWithStore(Mutations mutations, Path folder)
            implements ExtensionContext.Store.CloseableResource, AutoCloseable {

        @Override
        public void close() {
            mutations.conclude(folder);
        }
    }

    /** Lets the store write the index of all records. */
    @SuppressWarnings("deprecation") // As above.
    private record IndexedWithStore(Path folder) implements ExtensionContext.Store.CloseableResource, AutoCloseable {

        @Override
        public void close() {
            Page.index(folder);
        }
    }
}
