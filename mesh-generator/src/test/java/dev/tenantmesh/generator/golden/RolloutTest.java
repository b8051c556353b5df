package dev.tenantmesh.generator.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What GitOps tools are told of the order and the deletion of each object, judged by what the object says. */
class RolloutTest {

    private static final Set<String> CONTROL_PLANES = Set.of("Istio", "IstioCNI", "ServiceMeshControlPlane", "ZTunnel");

    @TestFactory
    Stream<DynamicTest> whatClosesIsAppliedLast() {
        return GoldenCase.forEach(golden -> {
            for (Manifest manifest : generated(golden)) {
                assertThat(annotation(manifest, "argocd.argoproj.io/sync-wave"))
                        .as(manifest.path())
                        .isEqualTo(wave(manifest));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> noToolDeletesWhatKeepsANamespaceClosed() {
        return GoldenCase.forEach(golden -> {
            for (Manifest manifest : generated(golden)) {
                boolean kept = isKept(manifest);

                assertThat(annotation(manifest, "argocd.argoproj.io/sync-options")
                                .map(RolloutTest::forbidsDeletion))
                        .as(manifest.path())
                        .isEqualTo(kept ? Optional.of(true) : Optional.empty());
                assertThat(annotation(manifest, "kustomize.toolkit.fluxcd.io/prune"))
                        .as(manifest.path())
                        .isEqualTo(kept ? Optional.of("disabled") : Optional.empty());
            }
        });
    }

    private static List<Manifest> generated(GoldenCase golden) {
        return Manifest.generatedIn(golden.rendering().texts());
    }

    private static Optional<String> wave(Manifest manifest) {
        if (manifest.is("Namespace")) {
            return Optional.of("-1");
        }
        return closes(manifest) || isWaypoint(manifest) || manifest.is("ResourceQuota")
                ? Optional.of("1")
                : Optional.empty();
    }

    /** Which lets everybody through as long as no policy is there. */
    private static boolean isWaypoint(Manifest manifest) {
        return manifest.spec().path("gatewayClassName").asText().equals("istio-waypoint");
    }

    /** A policy for a waypoint closes nothing that is there before it. */
    private static boolean closes(Manifest manifest) {
        JsonNode spec = manifest.spec();
        if (spec.has("targetRefs")) {
            return false;
        }
        return switch (manifest.kind()) {
            case "AdminNetworkPolicy", "ClusterNetworkPolicy" ->
                !spec.findValues("action").isEmpty()
                        && spec.findValues("action").stream()
                                .allMatch(action -> action.asText().equals("Deny"));
            case "ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding" -> true;
            case "NetworkPolicy" ->
                spec.path("ingress").isEmpty() && spec.path("egress").isEmpty();
            case "AuthorizationPolicy" ->
                spec.path("action").asText().equals("DENY")
                        || spec.path("rules").isEmpty();
            case "PeerAuthentication" ->
                spec.findValues("mode").stream().allMatch(mode -> mode.asText().equals("STRICT"));
            default -> false;
        };
    }

    private static boolean isKept(Manifest manifest) {
        boolean whole = (!manifest.kind().endsWith("NetworkPolicy") || isAboutEverybody(manifest.spec()))
                && manifest.spec().path("podSelector").isEmpty()
                && manifest.spec().path("selector").isEmpty()
                && !manifest.spec().path("action").asText().equals("DENY");
        return manifest.is("Namespace") || CONTROL_PLANES.contains(manifest.kind()) || (closes(manifest) && whole);
    }

    /** A rule of administrators that names its peers closes no more than to them. */
    private static boolean isAboutEverybody(JsonNode spec) {
        JsonNode peer = spec.at("/ingress/0/from/0/namespaces");
        return !spec.has("subject") || (peer.isObject() && peer.isEmpty());
    }

    private static boolean forbidsDeletion(String options) {
        return Set.of(options.split(",", -1)).containsAll(Set.of("Prune=false", "Delete=false"));
    }

    private static Optional<String> annotation(Manifest manifest, String key) {
        return Optional.ofNullable(
                manifest.tree().path("metadata").path("annotations").path(key).textValue());
    }
}
