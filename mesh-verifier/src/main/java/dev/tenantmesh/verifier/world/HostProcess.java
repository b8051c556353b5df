package dev.tenantmesh.verifier.world;

/** A process in the network of a node: the kubelet, the API server, a router or any pod with {@code hostNetwork}. */
public enum HostProcess implements Endpoint {
    /** On the node of the pod in question: Kubernetes always lets it in. */
    OWN_NODE("(its own node)"),
    /** On some other node. */
    OTHER_NODE("(another node)");

    private final String id;

    HostProcess(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
