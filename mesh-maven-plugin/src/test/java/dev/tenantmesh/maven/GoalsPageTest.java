package dev.tenantmesh.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GoalsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "goals.md");
    private static final Path DESCRIPTOR = Path.of("target", "classes", "META-INF", "maven", "plugin.xml");

    @Test
    void saysWhatThePluginDescriptorSays() throws IOException {
        String page = GoalsPage.of(DESCRIPTOR);
        if (Boolean.getBoolean("mesh.refresh")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).as("rewrite it with -Dmesh.refresh=true").hasContent(page);
    }

    @Test
    void explainsEveryParameterByASentence() {
        assertThat(GoalsPage.of(DESCRIPTOR).lines().filter(line -> line.startsWith("| `")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).endsWith(". |"));
    }
}
