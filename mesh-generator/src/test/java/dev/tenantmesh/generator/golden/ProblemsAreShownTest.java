package dev.tenantmesh.generator.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.tenantmesh.model.problem.ProblemCode;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever rendering can say to a user, some case shows; so every message was read at least once. */
class ProblemsAreShownTest {

    /** No model leads to these: they guard against mistakes of ours. */
    private static final Set<ProblemCode> OURS = EnumSet.of(ProblemCode.OPEN_RULE, ProblemCode.NOT_READ_BACK);

    /** Documents alone do not lead to these: it takes an extension, or two platforms to move between. */
    private static final Set<ProblemCode> SHOWN_ELSEWHERE = EnumSet.of(
            ProblemCode.EXTENSION_ADDS,
            ProblemCode.EXTENSION_FAILED,
            ProblemCode.EXTENSION_INCOMPLETE,
            ProblemCode.EXTENSION_TAKES,
            ProblemCode.MOVE_BETWEEN_CLUSTERS,
            ProblemCode.MOVE_NEEDS_NAMES,
            ProblemCode.MOVE_NOT_KNOWN);

    @Test
    void everyCodeThatIsReportedStandsInSomeCase() {
        String shown = texts();

        assertThat(reported())
                .allMatch(code -> OURS.contains(code) || SHOWN_ELSEWHERE.contains(code) || shown.contains(code.id()));
    }

    /** Writing files reports too, but that is not what cases are about. */
    private static Set<ProblemCode> reported() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.tenantmesh.generator")
                        .stream()
                        .filter(type -> !type.getPackageName().endsWith(".manifest.folder")
                                && !type.getPackageName().endsWith(".starter"))
                        .flatMap(type -> type.getFieldAccessesFromSelf().stream())
                        .filter(access -> access.getTargetOwner().isEquivalentTo(ProblemCode.class))
                        .map(JavaFieldAccess::getName)
                        .map(ProblemCode::valueOf)
                        .collect(Collectors.toSet());
    }

    private static String texts() {
        return Stream.of(GoldenCase.CASES, GoldenCase.NOTES_OF_EXAMPLES)
                .flatMap(folder -> TextFolder.read(folder).entrySet().stream())
                .filter(file -> file.getKey().endsWith(".txt"))
                .map(file -> file.getValue())
                .collect(Collectors.joining());
    }
}
