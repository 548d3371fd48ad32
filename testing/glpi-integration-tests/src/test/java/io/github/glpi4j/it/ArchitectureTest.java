package io.github.glpi4j.it;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;

/** The architecture rules that the compiler cannot check. */
@AnalyzeClasses(packages = "io.github.glpi4j", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String CORE = "io.github.glpi4j";
    private static final String[] EXPORTED = {
        CORE, "io.github.glpi4j.document", "io.github.glpi4j.session", "io.github.glpi4j.transport"
    };
    private static final String[] ENGINES = {
        "com.fasterxml..",
        "tools.jackson..",
        "org.apache.hc..",
        "org.apache.http..",
        "io.vertx..",
        "io.netty..",
        "org.slf4j.."
    };

    /** Ensures that no rule passes because no classes were imported. */
    @ArchTest
    static void importsAllModules(JavaClasses classes) {
        for (String name : List.of(
                "io.github.glpi4j.GlpiClient",
                "io.github.glpi4j.internal.call.Execution",
                "io.github.glpi4j.transport.apache.ApacheTransport",
                "io.github.glpi4j.transport.vertx.VertxTransport",
                "io.github.glpi4j.transport.tck.TransportContract")) {
            assertThat(classes.contain(name)).as(name).isTrue();
        }
    }

    @ArchTest
    static final ArchRule coreInternalsAreUsedByTheCoreOnly = noClasses()
            .that()
            .resideOutsideOfPackages(
                    CORE,
                    "io.github.glpi4j.item..",
                    "io.github.glpi4j.search..",
                    "io.github.glpi4j.session..",
                    "io.github.glpi4j.ticket..",
                    "io.github.glpi4j.internal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.github.glpi4j.internal..");

    @ArchTest
    static final ArchRule coreInternalsHaveNoCycles =
            slices().matching("io.github.glpi4j.internal.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule spiDependsOnlyOnTheJdk = noClasses()
            .that()
            .resideInAPackage("io.github.glpi4j.transport")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("java..", "javax.net.ssl..", "io.github.glpi4j.transport", "org.jspecify..");

    @ArchTest
    static final ArchRule noEngineTypeInAnExportedCoreSignature = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(EXPORTED)
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .and(describe(
                    "public or protected",
                    (JavaMethod method) -> method.getModifiers().contains(JavaModifier.PUBLIC)
                            || method.getModifiers().contains(JavaModifier.PROTECTED)))
            .should(notMention(resideInAnyPackage(ENGINES)));

    /** Not even an annotation: a mapper of any version reads the models as plain records and beans. */
    @ArchTest
    static final ArchRule exportedApiDependsOnNoJsonMapper = noClasses()
            .that()
            .resideInAnyPackage(EXPORTED)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml..", "tools.jackson..");

    @ArchTest
    static final ArchRule testkitInternalsHaveNoCycles = slices().matching("io.github.glpi4j.testkit.internal.(*)..")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule contractSuiteHasNoCycles =
            slices().assignedFrom(packagesOfTheContractSuite()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule setsNoSystemProperty = noClasses()
            .that(publishedAtRuntime())
            .should()
            .callMethod(System.class, "setProperty", String.class, String.class)
            .orShould()
            .callMethod(System.class, "setProperties", java.util.Properties.class)
            .orShould()
            .callMethod(Runtime.class, "addShutdownHook", Thread.class);

    @ArchTest
    static final ArchRule nothingRunsOnTheCommonPool = noClasses()
            .that(publishedAtRuntime())
            .should()
            .callMethodWhere(describe("an …Async method without an executor", ArchitectureTest::asyncOnTheCommonPool))
            .orShould()
            .callMethod(ForkJoinPool.class, "commonPool");

    @ArchTest
    static final ArchRule nothingPrints = noClasses()
            .that(publishedAtRuntime())
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    private static boolean asyncOnTheCommonPool(JavaMethodCall call) {
        boolean future = call.getTargetOwner().isAssignableTo(CompletionStage.class)
                || call.getTargetOwner().isEquivalentTo(CompletableFuture.class);
        return future
                && call.getName().endsWith("Async")
                && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(parameter -> parameter.isEquivalentTo(Executor.class));
    }

    /** A pattern cannot match the root package as well. */
    private static SliceAssignment packagesOfTheContractSuite() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
                return javaClass.getPackageName().startsWith("io.github.glpi4j.transport.tck")
                        ? SliceIdentifier.of(javaClass.getPackageName())
                        : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "packages of the contract suite";
            }
        };
    }

    private static DescribedPredicate<JavaClass> publishedAtRuntime() {
        return describe(
                "core and transports",
                javaClass -> !javaClass.getPackageName().contains(".testkit")
                        && !javaClass.getPackageName().contains(".tck")
                        && !javaClass.getPackageName().contains(".cli")
                        && !javaClass.getPackageName().contains(".examples"));
    }

    private static ArchCondition<JavaMethod> notMention(DescribedPredicate<JavaClass> forbidden) {
        return new ArchCondition<>("not mention " + forbidden.getDescription()) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Stream.concat(
                                method.getReturnType().getAllInvolvedRawTypes().stream(),
                                method.getParameterTypes().stream()
                                        .flatMap(type -> type.getAllInvolvedRawTypes().stream()))
                        .filter(forbidden)
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " mentions " + type.getName())));
            }
        };
    }
}
