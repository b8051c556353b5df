package dev.tenantmesh.generator.plan;

/**
 * When an object is applied, and whether a GitOps tool may delete it by itself. A first sync must not cut traffic that
 * runs already, so what allows comes before what closes; and leaving the model must not open anything, so what closes a
 * whole namespace, mesh or cluster goes only by hand.
 *
 * <p>What closes is decided by what an object says, not by its kind: an ALLOW without rules closes, a PeerAuthentication
 * that lets plaintext through somewhere opens, since it has to stand before the STRICT one above it. A guard is pruned:
 * it names the identities of its workload, and a forgotten one would deny the clients of tomorrow; without it the
 * workload is as closed as its namespace.
 *
 * <p>Two limits. A NetworkPolicy isolates a pod as soon as one selects it, so within the wave that allows, a pod waits
 * for the last of its policies. And waves order one Argo CD Application: what lies in several is independent, since a
 * namespace's folder holds both what closes it and what allows on its side.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/">Argo CD sync waves</a>
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/">Argo CD sync options</a>
 * @see <a href="https://fluxcd.io/flux/components/kustomize/kustomizations/#prune">Flux garbage collection</a>
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/network-policies/">NetworkPolicy isolation</a>
 */
public enum Rollout {
    /** A Namespace: before everything in it, and never deleted by a tool, since everything in it would go too. */
    NAMESPACE(-1, true),
    /** A control plane: with it would go identities, configuration and new sidecars, and with those mutual TLS. */
    CONTROL_PLANE(0, true),
    /** What allows something, or neither allows nor closes. */
    OPENS(0, false),
    /** What would let everybody through without the policies for it, which stand before: a waypoint. */
    AFTER_POLICIES(1, false),
    /** What closes a workload further than its namespace is closed. */
    TIGHTENS(1, false),
    /** What closes a whole namespace or mesh: without it, everything would be open. */
    CLOSES(1, true);

    private final int wave;
    private final boolean kept;

    Rollout(int wave, boolean kept) {
        this.wave = wave;
        this.kept = kept;
    }

    /** Lower ones are applied first; 0 where nothing is said. */
    public int wave() {
        return wave;
    }

    /** Whether only a person may delete it. */
    public boolean isKept() {
        return kept;
    }

    /** Of something that closes: the whole of its scope, or some pods of it. */
    public static Rollout closing(boolean whole) {
        return whole ? CLOSES : TIGHTENS;
    }
}
