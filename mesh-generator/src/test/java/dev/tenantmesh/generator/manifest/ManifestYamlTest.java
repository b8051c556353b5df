package dev.tenantmesh.generator.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.openshift.api.model.miscellaneous.cncf.cni.v1.NetworkAttachmentDefinitionBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestYamlTest {

    @Test
    void looksAsPeopleWriteIt() {
        String text = ManifestYaml.write("from here\n", Samples.policy("payments-prod", "api", 8080));

        assertThat(text).isEqualTo("""
                        # from here
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata:
                          name: api
                          namespace: payments-prod
                        spec:
                          podSelector:
                            matchLabels:
                              app: api
                          policyTypes:
                          - Ingress
                          ingress:
                          - from:
                            - namespaceSelector:
                                matchLabels:
                                  kubernetes.io/metadata.name: web-prod
                            ports:
                            - protocol: TCP
                              port: 8080
                        """);
    }

    @Test
    void sortsMapsAndQuotesWhatCouldBeMistaken() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("zone", "0123");
        labels.put("on", "yes");
        labels.put("cidr", "10.0.0.0/16");
        labels.put("app.kubernetes.io/name", "v1.2");
        String text = ManifestYaml.write(
                "",
                new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("a")
                        .withLabels(labels)
                        .endMetadata()
                        .build());

        assertThat(text).isEqualTo("""
                        apiVersion: v1
                        kind: ConfigMap
                        metadata:
                          name: a
                          labels:
                            app.kubernetes.io/name: v1.2
                            cidr: 10.0.0.0/16
                            "on": "yes"
                            zone: "0123"
                        """);
    }

    @Test
    void keepsALongLineInOnePiece() {
        String config = "{\"cniVersion\":\"0.3.1\",\"name\":\"istio-cni\",\"note\":\"" + "word ".repeat(60) + "\"}";
        String text = ManifestYaml.write(
                "",
                new NetworkAttachmentDefinitionBuilder()
                        .withNewMetadata()
                        .withName("a")
                        .endMetadata()
                        .withNewSpec(config)
                        .build());

        assertThat(text.lines().filter(line -> line.contains("config:"))).hasSize(1);
        assertThat(text.lines()).hasSize(6);
    }

    @Test
    void writesAPlainTextOfSeveralLinesAsABlock() {
        assertThat(ManifestYaml.write("", Map.of("a", "one\n  two: 3\n\n# four\n", "b", "x\ny")))
                .isEqualTo("""
                        a: |
                          one
                            two: 3

                          # four
                        b: |-
                          x
                          y
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {" a\nb", "a \nb", "a\nb\n\n", "\na", "a\n\tb", "a\n\u00e9", "a\r\nb", "\n", "a\u0007\nb"})
    void quotesATextThatABlockWouldChange(String several) {
        assertThat(ManifestYaml.write("", Map.of("a", several)))
                .startsWith("a: \"")
                .hasLineCount(1);
    }

    @Test
    void goesBackToBlocksAfterAQuotedText() {
        assertThat(ManifestYaml.write("", Map.of("list", List.of(" a\nb", "c\nd", "plain"))))
                .isEqualTo("list:\n- \" a\\nb\"\n- |-\n  c\n  d\n- plain\n");
    }

    @Test
    void keepsHostileHeadersInsideTheComment() {
        String text = ManifestYaml.write("a\nkind: Secret\r\u0085b\u2028c\n", Map.of("a", 1));

        assertThat(text).isEqualTo("# a\n# kind: Secret\n# \\u{85}b\\u{2028}c\na: 1\n");
    }

    @Test
    void writesNumbersTruthValuesNullAndEmptyContainers() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("big", 12345678901L);
        values.put("empty", Map.of());
        values.put("half", 0.5);
        values.put("list", List.of());
        values.put("none", null);
        values.put("yes", true);

        assertThat(ManifestYaml.write("", values))
                .isEqualTo("big: 12345678901\nempty: {}\nhalf: 0.5\nlist: []\nnone: null\n\"yes\": true\n");
    }

    @Test
    void sortsTheFieldsOfAKindWithoutAClass() {
        GenericKubernetesResource resource = new GenericKubernetesResource();
        resource.setApiVersion("example.com/v1");
        resource.setKind("Thing");
        resource.setAdditionalProperty("zeta", Map.of("b", 1, "a", 2, "c", 3));
        resource.setAdditionalProperty("spec", "x");

        assertThat(ManifestYaml.write("", resource))
                .isEqualTo("apiVersion: example.com/v1\nkind: Thing\nspec: x\nzeta:\n  a: 2\n  b: 1\n  c: 3\n");
    }

    @Test
    void writesNothingAsAnEmptyMap() {
        assertThat(ManifestYaml.write("", Map.of())).isEqualTo("{}\n");
    }

    @Test
    void keepsLettersReadableAndEscapesTheRest() {
        String letters = " ~\u00a1\u00ac\u00ae\u052f\u3041\u30ff\u4e00\u9fff\uac00\ud7a3";
        assertThat(ManifestYaml.write("", Map.of("a", letters))).isEqualTo("a: \"" + letters + "\"\n");

        assertThat(ManifestYaml.write("", Map.of("a", "\u001f\u007f\u0085\u00a0\u00ad\u0530\u2028\u3040\u3100\u4dff")))
                .isEqualTo("a: \"\\u001f\\u007f\\u0085\\u00a0\\u00ad\\u0530\\u2028\\u3040\\u3100\\u4dff\"\n");
        assertThat(ManifestYaml.write("", Map.of("a", "\ua000\uabff\ud7a4\uffff\ud83d\ude00")))
                .isEqualTo("a: \"\\ua000\\uabff\\ud7a4\\uffff\\U0001f600\"\n");
    }

    @Test
    void writesListsInListsAndBlocksInLists() {
        Map<String, Object> values =
                Map.of("a", List.of(List.of(1, List.of(2, 3)), Map.of("b", List.of("x\ny")), List.of()));
        assertThat(ManifestYaml.write("", values)).isEqualTo("""
                        a:
                        - - 1
                          - - 2
                            - 3
                        - b:
                          - |-
                            x
                            y
                        - []
                        """);
    }

    @Test
    void writesTextsThatAreLargeAndDeep() {
        Map<String, Object> deep = Map.of("end", "x".repeat(4_000_000));
        for (int depth = 0; depth < 80; depth++) {
            deep = Map.of("a", deep);
        }
        assertThat(ManifestYaml.write("", deep)).hasLineCount(81);
    }

    @Test
    void refusesHalfACharacter() {
        assertThatThrownBy(() -> ManifestYaml.write("", Map.of("a", "x\ud83dy")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lone surrogate");
    }

    @Test
    void refusesWhatNoReaderWouldFollow() {
        Map<String, Object> deep = Map.of("end", 1);
        for (int depth = 0; depth < 150; depth++) {
            deep = Map.of("a", deep);
        }
        Map<String, Object> tooDeep = deep;

        assertThatThrownBy(() -> ManifestYaml.write("", tooDeep)).isInstanceOf(IllegalStateException.class);
    }
}
