package dev.tenantmesh.generator.reach;

/** The platforms of the retail example, and what a world on them looks like. */
enum RetailPlatform {
    OPENSHIFT_MESH_2("openshift-mesh-2", true),
    OPENSHIFT_MESH_3("openshift-mesh-3", true),
    ISTIO("istio", false),
    ISTIO_1_18_MULTUS("istio-1-18-multus", true);

    private final String folder;
    private final boolean openShift;

    RetailPlatform(String folder, boolean openShift) {
        this.folder = folder;
        this.openShift = openShift;
    }

    String folder() {
        return folder;
    }

    /** OpenShift with OVN-Kubernetes; else Kubernetes with Calico. */
    boolean isOpenShift() {
        return openShift;
    }

    /** The port that DNS pods listen on. */
    int dnsPort() {
        return openShift ? 5353 : 53;
    }

    String dnsNamespace() {
        return openShift ? "openshift-dns" : "kube-system";
    }

    String routerNamespace() {
        return openShift ? "openshift-ingress" : "ingress-haproxy";
    }

    String monitoringNamespace() {
        return openShift ? "openshift-monitoring" : "monitoring";
    }

    /** The label that shows a pod to the router. */
    String exposeLabel() {
        return openShift ? "maistra.io/expose-route" : "tenantmesh.dev/expose-route";
    }

    /** The label of the other platforms, which must mean nothing here. */
    String foreignExposeLabel() {
        return openShift ? "tenantmesh.dev/expose-route" : "maistra.io/expose-route";
    }

    @Override
    public String toString() {
        return folder;
    }
}
