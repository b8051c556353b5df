package dev.tenantmesh.generator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.tenantmesh.generator.manifest.ManifestSet;
import dev.tenantmesh.generator.platform.PlatformProfile;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.generator.platform.Targets;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Concerns decide, kinds print, one place writes: who may know whom. */
class ArchitectureTest {

    private static final String ROOT = "dev.tenantmesh.generator";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static final List<ArchRule> RULES = List.of(
            noClasses()
                    .that()
                    .resideInAnyPackage(ROOT + ".plan..", ROOT + ".platform..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.fabric8..", "com.fasterxml..", "org.yaml..", "java.io..", "java.nio..")
                    .because("a plan knows no API version, no type of a client library and no file"),
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + ".platform..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ROOT + ".plan..", ROOT + ".render..", ROOT + ".manifest..")
                    .because("a platform is data"),
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + ".plan..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ROOT + ".render..", ROOT + ".manifest..")
                    .because("nothing that is decided depends on how it is printed"),
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + ".render..")
                    .should()
                    .dependOnClassesThat()
                    .belongToAnyOf(Target.class, Targets.class, PlatformProfile.class, ManifestSet.class)
                    .because("a renderer never asks which platform it prints for"),
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + ".render..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.io..", "java.nio..", "dev.tenantmesh.model.problem..")
                    .because("a renderer only prints: no file, and nothing left that could be wrong")
                    .allowEmptyShould(true),
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + ".manifest..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ROOT + ".plan..", ROOT + ".render..", ROOT + ".platform..")
                    .because("writing files knows nothing of meshes"),
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.time.Clock")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(System.class, "getenv", String.class)
                    .orShould()
                    .callMethod(java.time.LocalDate.class, "now")
                    .orShould()
                    .callMethod(java.time.Instant.class, "now")
                    .because("the same model gives the same bytes"),
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles(),
            slices().matching(ROOT + ".render.(*)..").should().notDependOnEachOther());

    @TestFactory
    List<DynamicTest> the_packages_know_only_whom_they_may() {
        return RULES.stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(MAIN)))
                .toList();
    }
}
