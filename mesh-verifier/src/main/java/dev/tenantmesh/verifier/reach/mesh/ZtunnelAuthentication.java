package dev.tenantmesh.verifier.reach.mesh;

import dev.tenantmesh.verifier.policy.mesh.PeerAuthentication;
import dev.tenantmesh.verifier.policy.mesh.PeerAuthentication.Mode;
import dev.tenantmesh.verifier.reach.mesh.AuthenticationLayer.Setting;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of PeerAuthentications for the proxies of nodes, which know none: the control plane tells them to deny
 * peers without an identity, for all ports by one policy of its own, or by one that it makes of the workload's, with the
 * ports. It does not always make the one that it refers to; then nothing is denied, and plaintext is let in.
 *
 * @param ofMesh those of the root namespace without labels to select by
 * @param ofNamespace those of the pod's namespace without labels to select by
 * @param ofWorkload those that select the pod
 * @see <a href="https://github.com/istio/istio/blob/1.30.3/pilot/pkg/serviceregistry/ambient/authorization.go">authorization.go</a>
 */
record ZtunnelAuthentication(
        List<PeerAuthentication> ofMesh, List<PeerAuthentication> ofNamespace, List<PeerAuthentication> ofWorkload) {

    /** Every setting that may hold: of several policies of one scope the oldest counts, which no file tells. */
    Set<Setting> settings(int port) {
        Set<Setting> settings = new LinkedHashSet<>();
        for (Optional<PeerAuthentication> mesh : seenOfMesh()) {
            for (Seen namespace : seenOf(ofNamespace)) {
                for (Optional<PeerAuthentication> workload : orNone(ofWorkload)) {
                    Choice choice = new Choice(
                            mesh.orElse(null), namespace.policy(), namespace.withoutSelector(), workload.orElse(null));
                    settings.add(choice.setting(port));
                }
            }
        }
        return settings;
    }

    /**
     * The policy of a scope that counts, and the oldest of those that have no selector at all: one with an empty selector
     * is seen in one place of the control plane and not in another.
     */
    private record Seen(
            @Nullable PeerAuthentication policy, @Nullable PeerAuthentication withoutSelector) {}

    private static List<Seen> seenOf(List<PeerAuthentication> scope) {
        List<PeerAuthentication> without = scope.stream()
                .filter(policy -> policy.selector().absent().isPossible())
                .toList();
        List<Seen> all = new ArrayList<>();
        for (PeerAuthentication policy : scope) {
            if (policy.selector().absent().isPossible()) {
                all.add(new Seen(policy, policy));
            }
            if (!policy.selector().absent().isCertain()) {
                List<PeerAuthentication> others =
                        without.stream().filter(other -> !other.equals(policy)).toList();
                others.forEach(other -> all.add(new Seen(policy, other)));
                if (others.isEmpty()) {
                    all.add(new Seen(policy, null));
                }
            }
        }
        return all.isEmpty() ? List.of(new Seen(null, null)) : all;
    }

    /** Of the mesh's, one with an empty selector is seen nowhere. */
    private List<Optional<PeerAuthentication>> seenOfMesh() {
        List<PeerAuthentication> without = ofMesh.stream()
                .filter(policy -> policy.selector().absent().isPossible())
                .toList();
        boolean certain =
                without.stream().anyMatch(policy -> policy.selector().absent().isCertain());
        Stream<Optional<PeerAuthentication>> none = certain ? Stream.of() : Stream.of(Optional.empty());
        return Stream.concat(without.stream().map(Optional::of), none).toList();
    }

    private static List<Optional<PeerAuthentication>> orNone(List<PeerAuthentication> all) {
        return all.isEmpty()
                ? List.of(Optional.empty())
                : all.stream().map(Optional::of).toList();
    }

    /**
     * The policies that count.
     *
     * @param mesh the mesh's
     * @param namespace the namespace's
     * @param converted the namespace's, where ports are converted
     * @param workload the workload's
     */
    private record Choice(
            @Nullable PeerAuthentication mesh,
            @Nullable PeerAuthentication namespace,
            @Nullable PeerAuthentication converted,
            @Nullable PeerAuthentication workload) {

        Setting setting(int port) {
            Setting said = said(port);
            Mode kept = deniesPlaintext(port) ? Mode.STRICT : Mode.PERMISSIVE;
            return (kept == Mode.STRICT) == (said.mode() == Mode.STRICT)
                    ? said
                    : new Setting(kept, said.because() + ", but the proxy of the node is told " + kept, said.origin());
        }

        /** What the policies say, and what holds for the proxies of pods. */
        private Setting said(int port) {
            Mode ofPort = workload == null ? Mode.UNSET : workload.ports().getOrDefault(port, Mode.UNSET);
            if (workload != null && ofPort != Mode.UNSET) {
                return Setting.ofPort(ofPort, workload, port);
            }
            for (PeerAuthentication policy : new PeerAuthentication[] {workload, namespace, mesh}) {
                if (modeOf(policy) != Mode.UNSET) {
                    return Setting.of(policy.mode(), policy);
                }
            }
            return Setting.DEFAULT;
        }

        private boolean deniesPlaintext(int port) {
            boolean inherited = modeOf(namespace) == Mode.UNSET ? isStrict(mesh) : isStrict(namespace);
            if (workload == null) {
                return inherited;
            }
            boolean strict = workload.mode() == Mode.UNSET ? inherited : isStrict(workload);
            return isConverted(workload, strict) ? new Conversion(mesh, converted, workload).denies(port) : strict;
        }

        /** Whether what the control plane makes of the workload's policy takes the place of the one for all ports. */
        private static boolean isConverted(PeerAuthentication workload, boolean strict) {
            Set<Mode> ports = Set.copyOf(workload.ports().values());
            return strict
                    ? ports.contains(Mode.PERMISSIVE)
                            || (workload.mode() == Mode.STRICT && ports.contains(Mode.DISABLE))
                    : ports.contains(Mode.STRICT);
        }
    }

    /**
     * What the control plane makes of a workload's policy.
     *
     * @param mesh the mesh's policy
     * @param namespace the namespace's, if it has no selector
     * @param workload the workload's
     */
    private record Conversion(
            @Nullable PeerAuthentication mesh, @Nullable PeerAuthentication namespace, PeerAuthentication workload) {

        boolean denies(int port) {
            boolean exempting = workload.mode() == Mode.STRICT
                    || (workload.mode() == Mode.UNSET
                            && (isStrict(namespace) || (namespace == null && isStrict(mesh))));
            boolean exempts = exempting && workload.ports().values().stream().anyMatch(Conversion::isLax);
            Mode mode = workload.ports().getOrDefault(port, Mode.UNSET);
            return exempts ? !isLax(mode) : !leavesStrictPortsOut() && mode == Mode.STRICT;
        }

        /** It takes them for closed by the mesh's policy, also where the workload's own mode has just opened that. */
        private boolean leavesStrictPortsOut() {
            return modeOf(namespace) == Mode.UNSET && isStrict(mesh);
        }

        private static boolean isLax(Mode mode) {
            return mode == Mode.PERMISSIVE || mode == Mode.DISABLE;
        }
    }

    private static Mode modeOf(@Nullable PeerAuthentication policy) {
        return policy == null ? Mode.UNSET : policy.mode();
    }

    private static boolean isStrict(@Nullable PeerAuthentication policy) {
        return modeOf(policy) == Mode.STRICT;
    }
}
