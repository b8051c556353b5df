package dev.tenantmesh.verifier.claim.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.problem.Problem;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.world.World;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimsReaderTest {

    private static List<String> problems(String body) {
        Problems problems = new Problems();
        String document = "apiVersion: tenantmesh.dev/v1\nkind: Claims\nname: x\n" + body;
        WrittenClaims written = new ClaimsReader(problems)
                .read("claims.yaml", document.getBytes(StandardCharsets.UTF_8))
                .written();
        written.claims(new World(new TreeMap<>(), List.of(), new TreeMap<>()), problems);
        return problems.sorted().stream().map(Problem::toString).toList();
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_with_its_place() {
        // When
        List<String> told = problems("""
                owner: {a: [b]}
                claims:
                  - {name: one, nobody: {too: {namespace: b}}}
                  - {name: two, reaches: {from: {namespace: a}, to: {namespace: b}, port: tcp/99999}}
                """);

        // Then
        assertThat(told)
                .contains("claims.yaml:4:1: MESH0105 'owner': This key does not exist here. Did you mean 'owners'?"
                        + " Keys here: name, owners, writable, claims.")
                .anyMatch(line -> line.startsWith("claims.yaml:6:26: MESH0105 'too'"))
                .anyMatch(line -> line.startsWith("claims.yaml:7:") && line.contains("MESH0111 'tcp/99999'"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {name: one}                                                           | exactly one of: nobody, reaches
            {name: one, nobody: {to: {cidrs: ["10.0.0.0/8"]}}}                    | must be pods
            {name: one, nobody: {to: {namespace: a, tenant: b}}}                  | exactly one of: tenant, namespace
            {name: one, nobody: {to: {cidrs: [nowhere]}}}                         | is no CIDR
            {name: one, nobody: {to: {tenant: payment}}}                          | Did you mean 'payments'?
            {name: one, nobody: {to: {namespace: a}, except: [{}]}}               | leaves no claim
            {name: one, nobody: {to: {namespace: a}, except: [{as: [a/b]}]}}      | needs `over: mtls`
            {name: one, nobody: {to: {namespace: a}, except: [{over: mlts}]}}     | Did you mean 'mtls'?
            {name: one, reaches: {from: {anyone: true}, to: {namespace: a}, port: 80}} | must be named
            {name: one, reaches: {from: {namespace: a}, to: {namespace: a}, port: tcp/1-9}} | on one port
            {name: one, contained: {tenant: other}}                               | There is no owner
            """)
    void what_makes_no_sense_is_refused(String claim, String why) {
        // When
        List<String> told = problems("owners: {payments: [p]}\nclaims: [" + claim + "]\n");

        // Then
        assertThat(told).singleElement().asString().contains("claims.yaml:5:", why);
    }

    @Test
    void a_namespace_has_one_owner_and_a_claim_one_name() {
        // When
        List<String> told = problems("""
                owners: {a: [ns], b: [ns]}
                claims:
                  - {name: one, noPlaintext: {to: {namespace: ns}}}
                  - {name: one, noPlaintext: {to: {namespace: m}}}
                """);

        // Then
        assertThat(told)
                .containsExactly(
                        "claims.yaml:4:19: MESH0131 'ns': This namespace belongs to a, too. Name it under one owner.",
                        "claims.yaml:7:5: MESH0130 'x/one': Two claims have this name. Rename one of them.");
    }

    @Test
    void another_kind_of_document_is_no_claim() {
        // Given
        Problems problems = new Problems();
        String text = "apiVersion: tenantmesh.dev/v1\nkind: Claim\nname: x\n";

        // When
        new ClaimsReader(problems).read("claims.yaml", text.getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(problems.sorted())
                .singleElement()
                .asString()
                .isEqualTo("claims.yaml:2:7: MESH0109 'Claim': This is not the kind of documents of claims."
                        + " Did you mean 'Claims'? Write `kind: Claims`.");
    }
}
