package dev.tenantmesh.verifier.proof;

import dev.tenantmesh.verifier.claim.Claim;
import dev.tenantmesh.verifier.claim.ClosedClaim;
import dev.tenantmesh.verifier.claim.Counterexample;
import dev.tenantmesh.verifier.claim.EnforcedBy;
import dev.tenantmesh.verifier.claim.Evidence;
import dev.tenantmesh.verifier.claim.LayerClaim;
import dev.tenantmesh.verifier.claim.Permission;
import dev.tenantmesh.verifier.trace.Step;
import dev.tenantmesh.verifier.trace.Step.Layer;
import dev.tenantmesh.verifier.world.Port;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the smallest change that mends a claim, by the step that decided: of a connection that nobody permits that is the
 * network's, of one that is permitted in another way what its proxy demands, or whom it admits.
 */
final class Fixes {

    private static final Set<Integer> PROXIES_OWN = Set.of(15_020, 15_021, 15_090);

    private final NetworkFixes network;
    private final MeshFixes mesh;

    Fixes(Evidence evidence) {
        this.network = new NetworkFixes(evidence);
        this.mesh = new MeshFixes(evidence);
    }

    /** The change, in one sentence or two. */
    String of(Claim claim, Counterexample example) {
        if (example.wanted()) {
            return stopped(example);
        }
        if (claim instanceof LayerClaim layered) {
            return layered.layer() == EnforcedBy.MESH ? mesh.close(example) : of(layered.claim(), example);
        }
        if (!(claim instanceof ClosedClaim closed)) {
            return network.close(example, step(example, Layer.INGRESS), List.of());
        }
        List<Permission> permitted = closed.permitted()
                .all()
                .filter(permission -> permission.from().includes(example.source())
                        && permission.to().includes(example.destination()))
                .toList();
        boolean onThesePorts = permitted.stream()
                .flatMap(permission -> permission.ports().stream())
                .anyMatch(ports -> example.ports().without(ports).size() != 1
                        || !example.ports().without(ports).get(0).equals(example.ports()));
        if (onThesePorts && !neverAsked(example)) {
            return mesh.close(example);
        }
        Layer layer = closed.side() == ClosedClaim.Side.OUT ? Layer.EGRESS : Layer.INGRESS;
        return network.close(
                example,
                step(example, layer),
                onThesePorts
                        ? List.of()
                        : permitted.stream()
                                .flatMap(permission -> permission.ports().stream())
                                .distinct()
                                .toList());
    }

    /** Proxies take only TCP, and not on their own ports; so that only the network can close what they never see. */
    private static boolean neverAsked(Counterexample example) {
        Port port = example.ports().representative();
        return example.way().isPlaintext()
                && step(example, Layer.AUTHENTICATION).isEmpty()
                && (!port.isTcp() || PROXIES_OWN.contains(port.number()));
    }

    private String stopped(Counterexample example) {
        Optional<Step> stopping = example.way().steps().stream()
                .filter(step -> !step.passed().isPossible())
                .findFirst()
                .or(() -> example.way().steps().stream()
                        .filter(step -> !step.passed().isCertain())
                        .findFirst());
        if (stopping.isEmpty()) {
            return "Permit the claim to go over what is open: " + example.way().title() + ".";
        }
        return switch (stopping.get().layer()) {
            case INGRESS, EGRESS -> network.open(example, stopping.get());
            default -> mesh.open(example, stopping.get());
        };
    }

    private static Optional<Step> step(Counterexample example, Layer layer) {
        return example.way().steps().stream()
                .filter(step -> step.layer() == layer)
                .findFirst();
    }
}
