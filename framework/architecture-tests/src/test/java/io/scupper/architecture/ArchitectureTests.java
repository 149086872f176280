package io.scupper.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Who may import whom. The agent is packed with its own copies, so its sources are held to its rule by its dependencies. */
@AnalyzeClasses(packages = "io.scupper", importOptions = Sources.class)
class ArchitectureTests {

    private static final String AGENT_CLASSES = "../agent/target/classes";
    private static final String HEAP_CLASSES = "../heap/target/classes";
    private static final String[] PURE = {
        "io.scupper.model..", "io.scupper.verdict..", "io.scupper.explain..", "io.scupper.trace.."
    };

    @ArchTest
    static final ArchRule modelKnowsOnlyItself = imports("io.scupper.model..");

    @ArchTest
    static final ArchRule controlKnowsOnlyTheJdk = knowsOnlyTheJdk("io.scupper.control..");

    @ArchTest
    static final ArchRule bootKnowsOnlyTheJdk = knowsOnlyTheJdk("io.scupper.boot..");

    /** It is packed with relocated copies of what it imports, so it is looked at before it is packed. */
    @Test
    void agentKnowsTheChannelAndTheBootClassesOnly() {
        JavaClasses agent = new ClassFileImporter().importPath(AGENT_CLASSES);

        assertThat(agent.size()).isGreaterThan(30);
        noClasses()
                .that()
                .resideInAPackage("io.scupper.agent..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.scupper..")
                        .and(not(
                                resideInAnyPackage("io.scupper.agent..", "io.scupper.boot..", "io.scupper.control.."))))
                .check(agent);
        noClasses()
                .should()
                .dependOnClassesThat(not(resideInAnyPackage(
                        "java..",
                        "javax.management..",
                        "com.sun.management..",
                        "io.scupper..",
                        "net.bytebuddy..",
                        "org.jspecify.annotations..")))
                .because("it lives in somebody else's JVM")
                .check(agent);
    }

    /** A program of its own that no class path has, so it is looked at where it was compiled. */
    @Test
    void heapAnalyserKnowsTheChannelOnly() {
        JavaClasses heap = new ClassFileImporter().importPath(HEAP_CLASSES);

        assertThat(heap.size()).isGreaterThan(30);
        noClasses()
                .should()
                .dependOnClassesThat(not(resideInAnyPackage(
                        "java..", "io.scupper.heap..", "io.scupper.control..", "org.jspecify.annotations..")))
                .check(heap);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.scupper.heap.Main")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(heap);
        List.of(packagesHaveNoCycles, publicClassesAreFinal, packagesAreNullMarked, nobodyThrowsGenericExceptions)
                .forEach(rule -> rule.check(heap));
    }

    @ArchTest
    static final ArchRule nobodyImportsTheHeapAnalyser = only("io.scupper.heap..", "io.scupper.heap..");

    /** The corpus and the benchmarks, which are not looked at here, compare with another tool and have Shark for that. */
    @ArchTest
    static final ArchRule sharkIsOnlyComparedWith =
            noClasses().should().dependOnClassesThat(resideInAnyPackage("shark..", "kotlin.."));

    @ArchTest
    static final ArchRule rolesKnowValues = imports("io.scupper.spi..", "io.scupper.model..", "io.scupper.control..");

    @ArchTest
    static final ArchRule verdictKnowsValues = imports("io.scupper.verdict..", "io.scupper.model..");

    @ArchTest
    static final ArchRule explanationKnowsValues =
            imports("io.scupper.explain..", "io.scupper.model..", "io.scupper.trace..");

    @ArchTest
    static final ArchRule tracesKnowValues = imports("io.scupper.trace..", "io.scupper.model..");

    @ArchTest
    static final ArchRule reportKnowsValuesAndTraces =
            imports("io.scupper.report..", "io.scupper.model..", "io.scupper.trace..");

    @ArchTest
    static final ArchRule witnessesKnowValues = imports("io.scupper.witness..", "io.scupper.model..");

    /** Pages are made of records alone, those of other JVMs and older builds among them. */
    @ArchTest
    static final ArchRule pagesKnowValuesAndTraces =
            imports("io.scupper.html..", "io.scupper.model..", "io.scupper.trace..");

    @ArchTest
    static final ArchRule engineKnowsRolesAndRules = imports(
            "io.scupper.engine..",
            "io.scupper.model..",
            "io.scupper.spi..",
            "io.scupper.verdict..",
            "io.scupper.explain..",
            "io.scupper.trace..",
            "io.scupper.witness..");

    @ArchTest
    static final ArchRule probesKnowRoles = imports("io.scupper.probe..", "io.scupper.model..", "io.scupper.spi..");

    @ArchTest
    static final ArchRule trafficKnowsValues = imports("io.scupper.traffic..", "io.scupper.model..");

    @ArchTest
    static final ArchRule runtimesKnowRolesAndTheChannel =
            imports("io.scupper.runtime..", "io.scupper.model..", "io.scupper.spi..", "io.scupper.control..");

    @ArchTest
    static final ArchRule faultsKnowRolesAndTraffic = imports(
            "io.scupper.fault..",
            "io.scupper.model..",
            "io.scupper.spi..",
            "io.scupper.control..",
            "io.scupper.traffic..");

    @ArchTest
    static final ArchRule extensionsDoNotKnowEachOther =
            slices().matching("io.scupper.ext.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule extensionsKnowRolesAndRuntimesOnly = imports(
            "io.scupper.ext..",
            "io.scupper.model..",
            "io.scupper.spi..",
            "io.scupper.control..",
            // For the faults that are data: join points.
            "io.scupper.fault..",
            // The one that runs subjects elsewhere shares the way to the agent, and how things are waited for and taken
            // down.
            "io.scupper.runtime..");

    @ArchTest
    static final ArchRule onlyTheContainerExtensionKnowsRuntimes = noClasses()
            .that()
            .resideInAPackage("io.scupper.ext..")
            .and()
            .resideOutsideOfPackage("io.scupper.ext.container..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.scupper.runtime..");

    @ArchTest
    static final ArchRule nobodyImportsTheJunitFace = noClasses()
            .that()
            .resideOutsideOfPackage("io.scupper.junit..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.scupper.junit..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.scupper.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule pureLayersReadNoClock = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.lang.management..", "javax.management..")
            .because("a stored run must come to the same verdict again");

    /** The JVM tells its virtual threads in JSON only, and Go the numbers that a service publishes. */
    @ArchTest
    static final ArchRule jsonIsOnlyInReportsAndWhatSubjectsTell = only(
            "com.fasterxml.jackson..",
            "io.scupper.report..",
            "io.scupper.html..",
            "io.scupper.gate..",
            "io.scupper.runtime..",
            "io.scupper.ext.outside..");

    @ArchTest
    static final ArchRule templatesAreOnlyInPages = only("io.pebbletemplates..", "io.scupper.html..");

    @ArchTest
    static final ArchRule onlyTheReportCommandHasACommandLine = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.scupper.html.ReportCommand")
            .and()
            .resideOutsideOfPackage("io.scupper.gate")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.scupper.html.ReportCommand")
            .because("tests that write pages do not have picocli");

    @ArchTest
    static final ArchRule onlyTheFacesKnowPages =
            only("io.scupper.html..", "io.scupper.html..", "io.scupper.junit..", "io.scupper.gate");

    /** It decides where no subject is, on records of other machines. */
    @ArchTest
    static final ArchRule theGateKnowsRecordsAlone =
            imports("io.scupper.gate..", "io.scupper.model..", "io.scupper.trace..", "io.scupper.html..");

    @ArchTest
    static final ArchRule junitIsOnlyInItsFace = only("org.junit..", "io.scupper.junit..");

    @ArchTest
    static final ArchRule testcontainersAreOnlyInContainer = only("org.testcontainers..", "io.scupper.ext.container..");

    @ArchTest
    static final ArchRule dockerIsOnlyInContainer = only("com.github.dockerjava..", "io.scupper.ext.container..");

    @ArchTest
    static final ArchRule embeddedRedisIsOnlyInItsExtension = only("redis.embedded..", "io.scupper.ext.redis..");

    @ArchTest
    static final ArchRule embeddedPostgresIsOnlyInItsExtension = only("io.zonky..", "io.scupper.ext.postgres..");

    @ArchTest
    static final ArchRule jdbcIsOnlyInItsExtension = noClasses()
            .that()
            .resideOutsideOfPackage("io.scupper.ext.postgres..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.postgresql..", "java.sql..");

    @ArchTest
    static final ArchRule assertionErrorsAreOnlyInTheJunitFace = only("org.opentest4j..", "io.scupper.junit..");

    @ArchTest
    static final ArchRule publicClassesAreFinal = classes()
            .that()
            .arePublic()
            .and()
            .areTopLevelClasses()
            .and()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .and()
            .doNotHaveModifier(JavaModifier.ABSTRACT)
            // The one type of exception, which packages refine for themselves.
            .and()
            .doNotHaveFullyQualifiedName("io.scupper.model.ScupperException")
            .should()
            .haveModifier(JavaModifier.FINAL)
            .because("nothing is meant to be inherited from but what is abstract");

    @ArchTest
    static final ArchRule nobodyThrowsGenericExceptions = GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static final ArchRule nobodyLogsByTheJdk = GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule wireMockIsOnlyInItsExtension = only("com.github.tomakehurst..", "io.scupper.ext.wiremock..");

    @ArchTest
    static final ArchRule byteBuddyIsOnlyAttachedInRuntimes = only("net.bytebuddy..", "io.scupper.runtime..");

    @ArchTest
    static final ArchRule packagesAreNullMarked = classes()
            .should(new com.tngtech.archunit.lang.ArchCondition<JavaClass>("be in a @NullMarked package") {
                @Override
                public void check(JavaClass item, com.tngtech.archunit.lang.ConditionEvents events) {
                    boolean marked = item.getPackage()
                                    .tryGetAnnotationOfType(NullMarked.class)
                                    .isPresent()
                            || Marks.isMarked(item);
                    events.add(new com.tngtech.archunit.lang.SimpleConditionEvent(
                            item, marked, item.getName() + " is in a package without @NullMarked"));
                }
            });

    @ArchTest
    static final ArchRule publicTypesOfTheJunitFaceSayHowStableTheyAre = classes()
            .that()
            .resideInAPackage("io.scupper.junit..")
            .and()
            .areTopLevelClasses()
            .and()
            .haveModifier(JavaModifier.PUBLIC)
            .should()
            .beAnnotatedWith(org.apiguardian.api.API.class);

    @ArchTest
    static final ArchRule nobodyPrints = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.scupper.junit.ConsoleProgress")
            .and()
            .resideOutsideOfPackages("io.scupper.agent..", "io.scupper.ext.proxy..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @Test
    void rulesSeeTheWholeProject() {
        JavaClasses all =
                new ClassFileImporter().withImportOption(new Sources()).importPackages("io.scupper");

        assertThat(all.size()).isGreaterThan(150);
        assertThat(all.stream().map(JavaClass::getPackageName).distinct())
                .contains(
                        "io.scupper.model",
                        "io.scupper.engine",
                        "io.scupper.witness",
                        "io.scupper.junit",
                        "io.scupper.html",
                        "io.scupper.gate",
                        "io.scupper.ext.container",
                        "io.scupper.ext.redis",
                        "io.scupper.ext.postgres",
                        "io.scupper.ext.rabbitmq",
                        "io.scupper.ext.outside",
                        "io.scupper.ext.proxy",
                        "io.scupper.ext.spring",
                        "io.scupper.ext.wiremock");
    }

    private static ArchRule knowsOnlyTheJdk(String own) {
        return classes()
                .that()
                .resideInAPackage(own)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(own, "java..", "org.jspecify.annotations..");
    }

    private static ArchRule imports(String own, String... others) {
        DescribedPredicate<JavaClass> ours = resideInAPackage("io.scupper..");
        var allowed = new java.util.ArrayList<>(java.util.List.of(others));
        allowed.add(own);
        return noClasses()
                .that()
                .resideInAPackage(own)
                .should()
                .dependOnClassesThat(ours.and(not(resideInAnyPackage(allowed.toArray(String[]::new)))));
    }

    private static ArchRule only(String library, String... owners) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(owners)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    /** Looks at the package itself, which ArchUnit knows only where its package-info was imported. */
    private static final class Marks {

        static boolean isMarked(JavaClass item) {
            Package of = item.reflect().getPackage();
            return of != null && of.isAnnotationPresent(NullMarked.class);
        }
    }
}
