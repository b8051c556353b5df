package dev.tenantmesh.model;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The model knows YAML in one place, files in another, and nothing of what is made from it. */
class ArchitectureTest {

    private static final String ROOT = "dev.tenantmesh.model";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static final List<ArchRule> RULES = List.of(
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.fabric8..", "dev.tenantmesh.generator..", "org.apache.maven..")
                    .because("the model is what teams say, not what clusters are given"),
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            ROOT + ".check..",
                            ROOT + ".effective..",
                            ROOT + ".problem..",
                            ROOT + ".gateway..",
                            ROOT + ".platform..",
                            ROOT + ".mesh..",
                            ROOT + ".tenant..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.io..", "java.nio..", "org.yaml..", "com.fasterxml.jackson.databind..")
                    .because("rules and records see a model, not files"),
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT + ".yaml..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.yaml..")
                    .because("YAML is read in one place"),
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + ".yaml..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            ROOT + ".check..",
                            ROOT + ".effective..",
                            ROOT + ".gateway..",
                            ROOT + ".platform..",
                            ROOT + ".tenant..")
                    .because("reading knows records, but none in particular"),
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + ".effective..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(ROOT + ".check..")
                    .because("inheritance is computed, not judged"),
            noClasses()
                    .should()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(System.class, "getenv", String.class)
                    .orShould()
                    .callMethod(System.class, "getProperty", String.class)
                    .orShould()
                    .callMethodWhere(describe(
                            "the clock is asked",
                            call -> call.getName().equals("now")
                                    && call.getTargetOwner().getPackageName().startsWith("java.time")))
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAPackage("java.net..")
                    .because("a model means the same on every day and machine"),
            slices().matching(ROOT + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("only the root, which holds the model as a whole, knows them all"),
            slices().matching(ROOT + ".check.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("rules of one concern may build on those of another, and not the other way round, too"));

    @TestFactory
    List<DynamicTest> the_packages_know_only_whom_they_may() {
        return RULES.stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(MAIN)))
                .toList();
    }
}
