package dev.tenantmesh.crds;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** An API server knows nothing of those who send objects to it. */
class ArchitectureTest {

    private static final String ROOT = "dev.tenantmesh.crds";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static final List<ArchRule> RULES = List.of(
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.tenantmesh.model..", "dev.tenantmesh.generator..", "dev.tenantmesh.verifier..")
                    .because("both who writes manifests and who reads them hold them against it"),
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.nio.file..", "java.io..")
                    .because("it is given trees, and reads no files"),
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + ".syntax..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("dev.cel..", "com.networknt..", "com.fasterxml..")
                    .because("forms of text are known without a library"),
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles());

    @TestFactory
    List<DynamicTest> the_packages_know_only_whom_they_may() {
        return RULES.stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(MAIN)))
                .toList();
    }
}
