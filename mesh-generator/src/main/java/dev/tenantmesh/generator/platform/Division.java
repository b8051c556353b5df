package dev.tenantmesh.generator.platform;

import dev.tenantmesh.generator.platform.PlatformProfile.Membership;
import dev.tenantmesh.model.platform.Distribution;
import java.util.regex.Pattern;

/**
 * What platforms divide differently between us, their operators and the user, and why: every part of the output that is
 * not the same on all of them belongs to one of these.
 */
public enum Division {
    CONTROL_PLANE(
            "control plane",
            "_cluster/istio-[^/]+\\.yaml|[^/]+/servicemeshcontrolplane-.*|[^/]+/istiod\\.values\\.yaml",
            "Who installs istiod takes its settings in another form: an operator's resource, or the values of a chart. They"
                    + " are the same settings, as few as isolation rests on.") {
        @Override
        public String otherwise(PlatformProfile profile) {
            return "you";
        }
    },
    CNI_PLUGIN(
            "CNI plugin",
            "_cluster/istiocni-.*|_cluster/istio-cni\\.values\\.yaml|istio-cni/.*",
            "On Kubernetes the chart's defaults are right for sidecars, and ambient needs its profile; on OpenShift it must be"
                    + " told of Multus. The operator of OpenShift Service Mesh 2 brings its own plugin, that of 3 takes a resource for it.") {
        @Override
        public String otherwise(PlatformProfile profile) {
            return profile.membership() == Membership.MEMBER_ROLL
                    ? "the operator"
                    : "you, by the chart as it is; for ambient by our values";
        }
    },
    NETWORK_ATTACHMENT(
            "NetworkAttachmentDefinition",
            "[^/]+/networkattachmentdefinition-.*",
            "Multus calls the plugin by a name in the pod's annotation. Until Istio 1.18, and in OpenShift Service Mesh 2, the"
                    + " name is one of the pod's own namespace, and a pod does not start where it is missing; since 1.19 it is"
                    + " `default/istio-cni`, which comes with the plugin.") {
        @Override
        public String otherwise(PlatformProfile profile) {
            if (profile.distribution() == Distribution.Type.KUBERNETES) {
                return "nobody: no Multus";
            }
            return profile.attachment().isPresent()
                    ? "the operator, or we with `cni.networkAttachment: committed`"
                    : "the CNI plugin, one for all namespaces";
        }
    },
    MEMBERSHIP(
            "membership",
            "[^/]+/servicemeshmember.*|[^/]+/namespace-.*|_components/.*/patches/(workload|cronjob)-.*",
            "OpenShift Service Mesh 2 has a list of members, and pods ask for their sidecar; everywhere else labels of the"
                    + " namespace say both.") {
        @Override
        public String otherwise(PlatformProfile profile) {
            return "labels of namespaces, which we write";
        }
    },
    MESH_MTLS(
            "mutual TLS of the mesh",
            "mesh-system/peerauthentication-default\\.yaml",
            Trait.OPERATOR_MAKES_MESH_MTLS.reason()) {
        @Override
        public String otherwise(PlatformProfile profile) {
            return "the operator, by `security.dataPlane.mtls`";
        }
    },
    DELEGATION(
            "a tenant's own control plane",
            "[^/]+/(role|rolebinding)-mesh-owner\\.yaml",
            Trait.DELEGATES_CONTROL_PLANES.reason()) {
        @Override
        public String otherwise(PlatformProfile profile) {
            return "nobody: not possible";
        }
    },
    EXPOSURE(
            "exposure of gateways",
            "[^/]+/(route|service|networkpolicy-gateway|authorizationpolicy-(guard|gateway))-.*",
            "OpenShift has Routes and a router, which is let in and nobody else; elsewhere a load balancer stands in for it,"
                    + " and lets in anyone.") {
        @Override
        public String otherwise(PlatformProfile profile) {
            return "no Route: a Service of type LoadBalancer";
        }
    },
    GATEWAY_PODS(
            "pods of gateways",
            "[^/]+/deployment-.*",
            "Injection is asked for by the revision's label where namespaces join by labels, and by `sidecar.istio.io/inject`"
                    + " where a member roll decides.") {
        @Override
        public String otherwise(PlatformProfile profile) {
            return "nobody";
        }
    },
    MONITORING(
            "monitoring",
            "[^/]+/networkpolicy-allow-monitoring\\.yaml",
            "OpenShift ships a monitoring stack, whose namespaces are known by a label; on Kubernetes the Platform has to name"
                    + " one.") {
        @Override
        public String otherwise(PlatformProfile profile) {
            return "you, by `monitoring`";
        }
    },
    SYSTEM(
            "DNS and API server",
            "[^/]+/networkpolicy-(allow-dns|istiod|default-deny)\\.yaml",
            "DNS pods stand in other namespaces and listen on other ports; on OVN-Kubernetes a namespace selector matches"
                    + " what has the network of a node.") {
        @Override
        public String otherwise(PlatformProfile profile) {
            return "nobody";
        }
    },
    LISTS("lists of files", "(.*/)?kustomization\\.yaml", "A kustomization names the files beside it.") {
        @Override
        public String otherwise(PlatformProfile profile) {
            return "nobody";
        }
    };

    private final String part;
    private final Pattern files;
    private final String reason;

    Division(String part, String files, String reason) {
        this.part = part;
        this.files = Pattern.compile(files);
        this.reason = reason;
    }

    /** What it is about. */
    public String part() {
        return part;
    }

    /** Why it is not the same everywhere. */
    public String reason() {
        return reason;
    }

    /** Whether a file is a part of it. */
    public boolean holds(String path) {
        return files.matcher(path).matches();
    }

    /** Who sees to it where we write no file for it. */
    public abstract String otherwise(PlatformProfile profile);
}
