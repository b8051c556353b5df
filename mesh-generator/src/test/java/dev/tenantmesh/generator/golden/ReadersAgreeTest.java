package dev.tenantmesh.generator.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Readers of YAML 1.1 (clusters, kubectl) and of YAML 1.2 (newer tools) see the same in every file. */
class ReadersAgreeTest {

    @TestFactory
    Stream<DynamicTest> onEveryFile() {
        return GoldenCase.forEach(golden -> golden.rendering().texts().forEach((path, text) -> {
            Object byYaml11 = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);

            Object byYaml12 = new Load(LoadSettings.builder().build()).loadFromString(text);

            assertThat(byYaml12).as(path).isNotNull().isEqualTo(byYaml11);
        }));
    }
}
