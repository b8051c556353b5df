package dev.tenantmesh.verifier.lint;

import static dev.tenantmesh.verifier.lint.LintCase.error;
import static dev.tenantmesh.verifier.lint.LintCase.warning;

import dev.tenantmesh.model.problem.ProblemCode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Admission policies. */
class AdmissionLintTest {

    private static final String ALL = "[namespaces, namespaces/finalize, namespaces/status]";

    private static final String POLICY = """
            apiVersion: admissionregistration.k8s.io/v1
            kind: ValidatingAdmissionPolicy
            metadata: {name: labels}
            spec:
              failurePolicy: Fail
              matchConstraints:
                resourceRules:
                - apiGroups: [""]
                  operations: [UPDATE]
                  resources: [namespaces, namespaces/finalize, namespaces/status]
              validations: [{expression: "false"}]
            ---
            apiVersion: admissionregistration.k8s.io/v1
            kind: ValidatingAdmissionPolicyBinding
            metadata: {name: labels}
            spec: {policyName: labels, validationActions: [Deny]}
            """;

    static Stream<LintCase> cases() {
        return Stream.of(
                bad(
                        "a binding of another",
                        error(ProblemCode.ADMITS_ALL_THE_SAME),
                        1,
                        "policyName: other",
                        "policyName: labels"),
                bad("a binding that warns", error(ProblemCode.ADMITS_ALL_THE_SAME), 1, "[Warn, Audit]", "[Deny]"),
                bad(
                        "failures are let through",
                        warning(ProblemCode.ADMITS_ALL_THE_SAME),
                        5,
                        "failurePolicy: Ignore",
                        "failurePolicy: Fail"),
                bad(
                        "V-112 finalizing is left out",
                        warning(ProblemCode.SUBRESOURCE_LEFT_OUT),
                        10,
                        "[namespaces, namespaces/status]",
                        ALL),
                bad(
                        "the status is left out",
                        warning(ProblemCode.SUBRESOURCE_LEFT_OUT),
                        10,
                        "[namespaces, namespaces/finalize]",
                        ALL));
    }

    /** The policy, which is fine with the piece that is corrected. */
    private static LintCase bad(String name, LintCase.Expected expected, int line, String piece, String corrected) {
        return new LintCase(name, expected, line, POLICY.replace(corrected, piece), piece, corrected);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_finding_is_there_until_it_is_corrected(LintCase found) {
        found.verify();
    }
}
