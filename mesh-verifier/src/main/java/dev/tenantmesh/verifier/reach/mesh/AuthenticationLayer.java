package dev.tenantmesh.verifier.reach.mesh;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.policy.mesh.PeerAuthentication;
import dev.tenantmesh.verifier.policy.mesh.PeerAuthentication.Mode;
import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.reach.mesh.Enrollment.DataPlane;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.Pod;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which mode a proxy is in for a port. The narrowest scope that says something wins: the port, the workload, the
 * namespace, the mesh; where nobody says anything it is PERMISSIVE. A policy with a selector in the root namespace is
 * ignored. Of two policies of one scope the older wins, which no file tells: then either may be.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/security/peer_authentication/">PeerAuthentication</a>
 */
final class AuthenticationLayer {

    private final Map<String, List<PeerAuthentication>> policies;
    private final Discovery discovery;

    AuthenticationLayer(List<PeerAuthentication> policies, Discovery discovery) {
        this.discovery = discovery;
        this.policies = policies.stream().collect(Collectors.groupingBy(PeerAuthentication::namespace));
    }

    /**
     * What may be the mode of a port, each with what says so.
     *
     * @param mode the mode
     * @param because one sentence without its full stop
     * @param origin the policy; null for the default
     */
    record Setting(Mode mode, String because, @Nullable Origin origin) {

        static final Setting DEFAULT =
                new Setting(Mode.PERMISSIVE, "no PeerAuthentication says otherwise: PERMISSIVE", null);

        static Setting of(Mode mode, PeerAuthentication policy) {
            return new Setting(mode, policy.id() + " says " + mode, policy.origin());
        }

        static Setting ofPort(Mode mode, PeerAuthentication policy, int port) {
            return new Setting(mode, policy.id() + " says " + mode + " for port " + port, policy.origin());
        }

        /** Whether a peer without an identity is let in. */
        Truth admitsPlaintext() {
            return Truth.of(mode != Mode.STRICT);
        }

        /** Whether a peer can show an identity. */
        Truth admitsIdentities() {
            return Truth.of(mode != Mode.DISABLE);
        }
    }

    /** Every setting that may hold; one, unless two policies of one scope contradict each other. */
    Set<Setting> settings(Pod pod, Enrollment enrollment, int port) {
        MeshSettings mesh = enrollment.mesh().orElseThrow();
        Set<Setting> settings = new LinkedHashSet<>();
        for (boolean root : discovery.reads(mesh, mesh.rootNamespace()).answers()) {
            for (boolean own : discovery.reads(mesh, pod.namespace().name()).answers()) {
                settings.addAll(settings(pod, enrollment, port, new Read(root, own)));
            }
        }
        return settings;
    }

    /** Whether the policies of the root namespace and of a pod's own are read. */
    private record Read(boolean root, boolean own) {}

    private Set<Setting> settings(Pod pod, Enrollment enrollment, int port, Read read) {
        String root = enrollment.mesh().orElseThrow().rootNamespace();
        boolean only = pod.namespace().name().equals(root) || !read.own();
        List<PeerAuthentication> ofMesh = read.root() ? scope(root) : List.of();
        List<PeerAuthentication> ofNamespace =
                only ? List.of() : scope(pod.namespace().name());
        List<PeerAuthentication> own = only ? List.of() : selecting(pod);
        if (enrollment.plane() == DataPlane.AMBIENT) {
            return new ZtunnelAuthentication(ofMesh, ofNamespace, own).settings(port);
        }
        Set<Setting> settings = narrowed(narrowed(Set.of(Setting.DEFAULT), ofMesh), ofNamespace);
        return own.isEmpty() ? settings : ofWorkload(settings, own, port);
    }

    private List<PeerAuthentication> selecting(Pod pod) {
        return policies.getOrDefault(pod.namespace().name(), List.of()).stream()
                .filter(policy -> !policy.pods().isEverything() && policy.pods().selects(pod.labels()))
                .toList();
    }

    private List<PeerAuthentication> scope(String namespace) {
        return policies.getOrDefault(namespace, List.of()).stream()
                .filter(policy -> policy.pods().isEverything())
                .toList();
    }

    private static Set<Setting> narrowed(Set<Setting> inherited, List<PeerAuthentication> policies) {
        Set<Setting> narrowed = new LinkedHashSet<>();
        for (PeerAuthentication policy : policies) {
            narrowed.addAll(policy.mode() == Mode.UNSET ? inherited : Set.of(Setting.of(policy.mode(), policy)));
        }
        return narrowed.isEmpty() ? inherited : narrowed;
    }

    private static Set<Setting> ofWorkload(Set<Setting> inherited, List<PeerAuthentication> own, int port) {
        Set<Setting> settings = new LinkedHashSet<>();
        for (PeerAuthentication policy : own) {
            Mode ofPort = policy.ports().getOrDefault(port, Mode.UNSET);
            if (ofPort == Mode.UNSET) {
                settings.addAll(narrowed(inherited, List.of(policy)));
            } else {
                settings.add(Setting.ofPort(ofPort, policy, port));
            }
        }
        return settings;
    }
}
