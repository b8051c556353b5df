package dev.tenantmesh.verifier;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Reads, then knows, then answers: who may know whom. */
class ArchitectureTest {

    private static final String ROOT = "dev.tenantmesh.verifier";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static final List<ArchRule> RULES = List.of(
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("dev.tenantmesh.generator..", "io.fabric8..")
                    .because("a proof shares nothing with what it proves"),
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT + ".claim.model..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("dev.tenantmesh.model.tenant..", "dev.tenantmesh.model.mesh..")
                    .because("what is wanted is known to claims only"),
            noClasses()
                    .that()
                    .resideOutsideOfPackages(ROOT + ".load..", ROOT)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.io..", "java.nio..", "org.yaml..")
                    .because("files are read in one place"),
            noClasses()
                    .that()
                    .resideInAnyPackage(ROOT + ".load..", ROOT + ".select..", ROOT + ".world..", ROOT + ".policy..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ROOT + ".reach..", ROOT + ".question..")
                    .because("what manifests say does not depend on what is asked"),
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + ".world..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(ROOT + ".policy..")
                    .because("who exists does not depend on what policies say"),
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "..")
                    .should()
                    .callMethodWhere(
                            target(nameMatching("getenv|getProperty|currentTimeMillis|nanoTime|identityHashCode")))
                    .because("the same manifests give the same answer"),
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles(),
            slices().matching(ROOT + ".reach.(*)..").should().beFreeOfCycles(),
            slices().matching(ROOT + ".lint.(*)..").should().beFreeOfCycles(),
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT + ".lint..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(ROOT + ".lint..")
                    .because("a verdict does not depend on what is advised against"));

    @TestFactory
    List<DynamicTest> the_packages_know_only_whom_they_may() {
        return RULES.stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(MAIN)))
                .toList();
    }
}
