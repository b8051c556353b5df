package dev.tenantmesh.model.effective;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.Spelling;
import dev.tenantmesh.model.platform.Exemption.Setting;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The whole meaning of inheritance as a table by hand: what the levels say, who is exempted; then what holds at the
 * lowest level, who set it, whose values were refused and how many exemptions were needed.
 */
class EffectiveSettingsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # guardrails mesh tenant namespace workload port      | exempted               | holds      | set by    | refused                 | used
        -          -          -          -          -          -          |                        | STRICT     | mesh      |                         | 0
        STRICT     STRICT     STRICT     STRICT     STRICT     STRICT     |                        | STRICT     | mesh      |                         | 0
        DISABLE    -          -          -          -          -          |                        | STRICT     | mesh      |                         | 0
        DISABLE    DISABLE    -          -          -          -          |                        | DISABLE    | mesh      |                         | 0
        DISABLE    PERMISSIVE -          -          -          -          |                        | PERMISSIVE | mesh      |                         | 0
        DISABLE    DISABLE    PERMISSIVE -          -          -          |                        | PERMISSIVE | tenant    |                         | 0
        DISABLE    DISABLE    -          STRICT     -          -          |                        | STRICT     | namespace |                         | 0
        DISABLE    DISABLE    -          -          STRICT     -          |                        | STRICT     | workload  |                         | 0
        DISABLE    DISABLE    -          -          -          STRICT     |                        | STRICT     | port      |                         | 0
        DISABLE    DISABLE    PERMISSIVE PERMISSIVE STRICT     STRICT     |                        | STRICT     | workload  |                         | 0
        -          PERMISSIVE -          -          -          -          |                        | STRICT     | guardrails | mesh                   | 0
        -          DISABLE    PERMISSIVE -          -          -          |                        | STRICT     | guardrails | mesh tenant            | 0
        PERMISSIVE DISABLE    -          -          -          -          |                        | PERMISSIVE | guardrails | mesh                   | 0
        PERMISSIVE PERMISSIVE -          DISABLE    -          -          |                        | PERMISSIVE | mesh      | namespace               | 0
        DISABLE    DISABLE    STRICT     -          PERMISSIVE -          |                        | STRICT     | tenant    | workload                | 0
        DISABLE    DISABLE    STRICT     DISABLE    PERMISSIVE DISABLE    |                        | STRICT     | tenant    | namespace workload port | 0
        DISABLE    DISABLE    -          -          STRICT     PERMISSIVE |                        | STRICT     | workload  | port                    | 0
        -          PERMISSIVE -          -          -          -          | mesh=PERMISSIVE        | PERMISSIVE | mesh      |                         | 1
        -          -          PERMISSIVE -          -          -          | mesh=PERMISSIVE        | PERMISSIVE | tenant    |                         | 1
        -          -          PERMISSIVE -          -          -          | tenant=PERMISSIVE      | PERMISSIVE | tenant    |                         | 1
        -          -          PERMISSIVE -          -          -          | namespace=PERMISSIVE   | STRICT     | mesh      | tenant                  | 0
        -          -          -          PERMISSIVE -          -          | namespace=PERMISSIVE   | PERMISSIVE | namespace |                         | 1
        -          -          -          PERMISSIVE -          -          | tenant=PERMISSIVE      | PERMISSIVE | namespace |                         | 1
        -          -          -          PERMISSIVE -          -          | other-namespace=PERMISSIVE | STRICT | mesh      | namespace               | 0
        -          -          -          PERMISSIVE -          -          | other-tenant=PERMISSIVE | STRICT    | mesh      | namespace               | 0
        -          -          -          PERMISSIVE -          -          | other-mesh=PERMISSIVE  | STRICT     | mesh      | namespace               | 0
        -          -          -          -          PERMISSIVE -          | workload=PERMISSIVE    | PERMISSIVE | workload  |                         | 1
        -          -          -          -          PERMISSIVE -          | port=PERMISSIVE        | STRICT     | mesh      | workload                | 0
        -          -          -          -          -          PERMISSIVE | port=PERMISSIVE        | PERMISSIVE | port      |                         | 1
        -          -          -          -          -          PERMISSIVE | other-port=PERMISSIVE  | STRICT     | mesh      | port                    | 0
        -          -          -          -          -          PERMISSIVE | workload=DISABLE       | PERMISSIVE | port      |                         | 1
        -          -          -          -          -          DISABLE    | port=PERMISSIVE        | STRICT     | mesh      | port                    | 0
        -          -          -          -          -          DISABLE    | port=PERMISSIVE port=DISABLE | DISABLE | port    |                         | 1
        -          -          -          -          -          DISABLE    | port=STRICT            | STRICT     | mesh      | port                    | 0
        -          -          -          -          -          DISABLE    | port=disable           | STRICT     | mesh      | port                    | 0
        -          -          -          PERMISSIVE STRICT     PERMISSIVE | namespace=PERMISSIVE   | PERMISSIVE | port      |                         | 2
        -          -          -          PERMISSIVE STRICT     PERMISSIVE | port=PERMISSIVE        | PERMISSIVE | port      | namespace               | 1
        -          -          -          -          -          -          | mesh=DISABLE           | STRICT     | mesh      |                         | 0
        """)
    void mutual_tls(String levels, String exempted, String holds, String setBy, String refused, int used) {
        assertTold(new Ladders(Setting.MTLS, levels, text(exempted)).mtls(), holds, setBy, refused, used);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # guardrails mesh tenant namespace workload                           | exempted                | holds         | set by    | refused            | used
        -             -             -             -             -             |                         | denied        | mesh      |                    | 0
        labelled-pods -             -             -             -             |                         | denied        | mesh      |                    | 0
        -             gateways-only -             -             -             |                         | gateways-only | mesh      |                    | 0
        -             gateways-only denied        -             -             |                         | denied        | tenant    |                    | 0
        -             gateways-only -             denied        -             |                         | denied        | namespace |                    | 0
        -             gateways-only -             -             denied        |                         | denied        | workload  |                    | 0
        -             labelled-pods -             -             -             |                         | gateways-only | guardrails | mesh              | 0
        labelled-pods labelled-pods gateways-only -             -             |                         | gateways-only | tenant    |                    | 0
        labelled-pods labelled-pods -             -             gateways-only |                         | gateways-only | workload  |                    | 0
        labelled-pods labelled-pods labelled-pods labelled-pods labelled-pods |                         | labelled-pods | mesh      |                    | 0
        -             -             gateways-only -             -             |                         | denied        | mesh      | tenant             | 0
        -             -             -             -             labelled-pods |                         | denied        | mesh      | workload           | 0
        denied        gateways-only -             gateways-only -             |                         | denied        | guardrails | mesh namespace    | 0
        denied        denied        -             -             -             |                         | denied        | mesh      |                    | 0
        -             -             gateways-only -             -             | tenant=gateways-only    | gateways-only | tenant    |                    | 1
        -             gateways-only labelled-pods -             gateways-only | tenant=labelled-pods    | gateways-only | workload  |                    | 1
        -             gateways-only -             labelled-pods -             | namespace=labelled-pods | labelled-pods | namespace |                    | 1
        -             gateways-only -             labelled-pods -             | workload=labelled-pods  | gateways-only | mesh      | namespace          | 0
        -             -             -             labelled-pods -             | namespace=gateways-only | denied        | mesh      | namespace          | 0
        denied        labelled-pods -             -             -             | mesh=labelled-pods      | labelled-pods | mesh      |                    | 1
        """)
    void router(String levels, String exempted, String holds, String setBy, String refused, int used) {
        assertTold(new Ladders(Setting.ROUTER, levels, text(exempted)).router(), holds, setBy, refused, used);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # (none) mesh tenant namespace workload        | exempted | holds     | set by    | refused            | used
        - -         -         -         -              |          | workload  | mesh      |                    | 0
        - mesh      -         -         -              |          | mesh      | mesh      |                    | 0
        - mesh      tenant    namespace workload       |          | workload  | workload  |                    | 0
        - mesh      -         -         tenant         |          | tenant    | workload  |                    | 0
        - tenant    -         namespace -              |          | namespace | namespace |                    | 0
        - tenant    tenant    tenant    tenant         |          | tenant    | mesh      |                    | 0
        - tenant    mesh      -         -              |          | tenant    | mesh      | tenant             | 0
        - tenant    workload  -         namespace      |          | workload  | tenant    | workload           | 0
        - -         mesh      tenant    namespace      |          | workload  | mesh      | tenant namespace workload | 0
        """)
    void boundary(String levels, String exempted, String holds, String setBy, String refused, int used) {
        assertTold(new Ladders(Setting.ROUTER, levels, text(exempted)).boundary(), holds, setBy, refused, used);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # guardrails (none) (none) namespace | exempted             | holds      | set by     | refused   | used
        -          - - -                     |                      | restricted | namespace  |           | 0
        -          - - restricted            |                      | restricted | namespace  |           | 0
        -          - - baseline              |                      | restricted | guardrails | namespace | 0
        baseline   - - baseline              |                      | baseline   | namespace  |           | 0
        baseline   - - -                     |                      | restricted | namespace  |           | 0
        baseline   - - privileged            |                      | baseline   | guardrails | namespace | 0
        privileged - - privileged            |                      | privileged | namespace  |           | 0
        -          - - privileged            | namespace=privileged | privileged | namespace  |           | 1
        -          - - baseline              | tenant=privileged    | baseline   | namespace  |           | 1
        -          - - privileged            | namespace=baseline   | restricted | guardrails | namespace | 0
        -          - - privileged            | workload=privileged  | restricted | guardrails | namespace | 0
        """)
    void pod_security(String levels, String exempted, String holds, String setBy, String refused, int used) {
        Ladder<?> ladder = new Ladders(Setting.POD_SECURITY, levels, text(exempted)).podSecurity();
        assertTold(ladder, holds, setBy, refused, used);
    }

    private static void assertTold(Ladder<?> ladder, String holds, String setBy, String refused, int used) {
        assertThat(Spelling.of(ladder.effective())).isEqualTo(holds);
        assertThat(kind(ladder.decidedBy())).isEqualTo(setBy);
        assertThat(ladder.decider() == null).isEqualTo(setBy.equals("guardrails"));
        assertThat(ladder.refusals().stream()
                        .map(refusal -> kind(refusal.level().name()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(text(refused));
        assertThat(ladder.used()).hasSize(used);
    }

    /** The first word of a level's name, but for {@code the guardrails of platform dev}. */
    private static String kind(String name) {
        return name.startsWith("the ") ? "guardrails" : name.substring(0, name.indexOf(' '));
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }
}
