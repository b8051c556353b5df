package dev.tenantmesh.verifier.reach.visible;

import dev.tenantmesh.verifier.policy.visible.Sidecar;
import dev.tenantmesh.verifier.world.Pod;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which Sidecar counts for a pod: one of its namespace that selects it, else the default of its namespace, else that of
 * the root namespace, else none. Of two the older counts, which no file tells.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/sidecar/">Sidecar</a>
 */
final class Scopes {

    private final Watched watched;
    private final List<Sidecar> sidecars;

    Scopes(Watched watched, List<Sidecar> sidecars) {
        this.watched = watched;
        this.sidecars = sidecars.stream()
                .filter(sidecar -> watched.reads(sidecar.object()).isPossible())
                .toList();
    }

    /** Every scope that may count; one, unless several Sidecars are for the pod. */
    List<Scope> of(Pod pod) {
        String own = pod.namespace().name();
        List<Sidecar> selecting = in(own).filter(
                        sidecar -> !sidecar.isDefault() && sidecar.pods().selects(pod.labels()))
                .toList();
        List<Sidecar> ofNamespace = in(own).filter(Sidecar::isDefault).toList();
        List<Sidecar> ofMesh =
                in(watched.mesh().rootNamespace()).filter(Sidecar::isDefault).toList();
        return Stream.of(selecting, ofNamespace, ofMesh)
                .filter(chosen -> !chosen.isEmpty())
                .findFirst()
                .map(chosen ->
                        chosen.stream().map(sidecar -> scope(own, sidecar)).toList())
                .orElse(List.of(everything(own, "no Sidecar is for the pod")));
    }

    /** The scope of a proxy that Sidecars do not count for. */
    static Scope everything(String own, String because) {
        return new Scope(own, null, because);
    }

    private static Scope scope(String own, Sidecar sidecar) {
        return new Scope(own, sidecar, sidecar.object().id());
    }

    private Stream<Sidecar> in(String namespace) {
        return sidecars.stream().filter(sidecar -> sidecar.object().namespace().equals(namespace));
    }
}
