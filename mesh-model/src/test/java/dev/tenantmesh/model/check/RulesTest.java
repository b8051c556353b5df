package dev.tenantmesh.model.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.tenantmesh.model.check.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulesTest {

    private static final List<String> LISTED =
            Rules.ALL.stream().map(rule -> rule.getClass().getSimpleName()).toList();

    @Test
    void every_rule_is_in_the_list() {
        List<String> written = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackagesOf(Rules.class).stream()
                        .filter(found -> found.isAssignableTo(Rule.class) && !found.isInterface())
                        .map(JavaClass::getSimpleName)
                        .toList();

        assertThat(LISTED).containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void the_list_is_sorted() {
        assertThat(LISTED).isSorted();
    }
}
