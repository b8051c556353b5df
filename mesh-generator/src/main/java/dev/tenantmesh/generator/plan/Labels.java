package dev.tenantmesh.generator.plan;

/** Labels and annotations on objects of many kinds. Our own are for people and tools, never what a policy rests on. */
public final class Labels {

    /** The mesh an object belongs to; on namespaces also what control planes discover them by. */
    public static final String MESH = "tenantmesh.dev/mesh";

    /** The tenant an object belongs to. */
    public static final String TENANT = "tenantmesh.dev/tenant";

    /** Why an object exists. */
    public static final String REASON = "tenantmesh.dev/reason";

    /** What our own linter is to accept of an object, and why. */
    public static final String LINT_ACCEPT = "tenantmesh.dev/lint-accept";

    /**
     * The network that a pod, or a gateway, is on.
     *
     * @see <a href="https://istio.io/latest/docs/reference/config/labels/#TopologyNetwork">label</a>
     */
    public static final String NETWORK = "topology.istio.io/network";

    private Labels() {}
}
