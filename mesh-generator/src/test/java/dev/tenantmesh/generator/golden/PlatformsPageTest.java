package dev.tenantmesh.generator.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.generator.platform.Division;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlatformsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "platforms.md");

    private final List<EveryVersion> all = EveryVersion.all().toList();

    @Test
    void saysWhatIsRendered() throws IOException {
        String page = PlatformsPage.text();
        if (Refresh.WANTED) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).as("rewrite it with -Dmesh.refresh=true").hasContent(page);
    }

    @Test
    void whatChangesBetweenVersionsHasAReason() {
        for (int index = 1; index < all.size(); index++) {
            EveryVersion before = all.get(index - 1);
            EveryVersion after = all.get(index);
            if (before.line().equals(after.line())
                    && !VersionChanges.between(before, after).isEmpty()) {
                assertThat(VersionChanges.reasons(before, after))
                        .as("%s after %s", after.name(), before.name())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void whatDiffersBetweenPlatformsHasAReason() {
        SortedSet<String> unexplained = all.stream()
                .flatMap(version -> VersionChanges.files(all.get(0), version).stream())
                .filter(path -> Arrays.stream(Division.values()).noneMatch(division -> division.holds(path)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(unexplained).isEmpty();
    }

    @Test
    void everyReasonIsNeeded() {
        List<String> different = all.stream()
                .flatMap(version -> VersionChanges.files(all.get(0), version).stream())
                .toList();

        assertThat(Division.values())
                .allSatisfy(division -> assertThat(different).anyMatch(division::holds));
    }
}
