package dev.tenantmesh.generator;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.tenantmesh.generator.manifest.ManifestSet;
import dev.tenantmesh.generator.platform.PlatformProfile;
import dev.tenantmesh.generator.platform.Target;
import dev.tenantmesh.generator.platform.Targets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Concerns decide, kinds print, one place writes: who may know whom. */
class ArchitectureTest {

    private static final String ROOT = "dev.tenantmesh.generator";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static final DescribedPredicate<JavaClass> CHANGES_BY_ITSELF = belongToAnyOf(
            Clock.class,
            Date.class,
            Random.class,
            SecureRandom.class,
            ThreadLocalRandom.class,
            TimeZone.class,
            UUID.class,
            ZoneId.class);

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
                    .that()
                    .resideOutsideOfPackage(ROOT + ".manifest.folder..")
                    .should()
                    .dependOnClassesThat(CHANGES_BY_ITSELF)
                    .orShould()
                    .callMethodWhere(
                            target(nameMatching("getenv|getProperty|currentTimeMillis|nanoTime|identityHashCode")))
                    .because("the same model gives the same bytes"),
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT + ".manifest.folder..")
                    .should()
                    .callMethod(String.class, "format", String.class, Object[].class)
                    .orShould()
                    .callMethod(String.class, "formatted", Object[].class)
                    .orShould()
                    .callMethod(String.class, "toLowerCase")
                    .orShould()
                    .callMethod(String.class, "toUpperCase")
                    .orShould()
                    .callMethod(Locale.class, "getDefault")
                    .because("the same model gives the same bytes in every country"),
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles(),
            slices().matching(ROOT + ".plan.(*)..").should().beFreeOfCycles(),
            slices().matching(ROOT + ".render.(*)..").should().notDependOnEachOther());

    @TestFactory
    List<DynamicTest> the_packages_know_only_whom_they_may() {
        return RULES.stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(MAIN)))
                .toList();
    }
}
