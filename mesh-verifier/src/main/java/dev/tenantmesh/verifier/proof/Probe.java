package dev.tenantmesh.verifier.proof;

import dev.tenantmesh.verifier.claim.Counterexample;
import dev.tenantmesh.verifier.policy.mesh.Identity;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.External;
import dev.tenantmesh.verifier.world.Namespace;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes one line of shell that tries a connection: from a throw-away pod that has the labels which count, in plaintext
 * without a proxy, over mutual TLS out of the container of one.
 *
 * @see <a href="https://istio.io/latest/docs/ops/integrations/prometheus/#tls-settings">OUTPUT_CERTS</a>
 */
final class Probe {

    private static final String NAME = "mesh-probe";
    private static final String RUN = "kubectl run " + NAME + " --image=busybox:1.36 --restart=Never -n ";
    private static final String INJECT = "sidecar.istio.io/inject";
    private static final String CERTIFICATES = "/etc/istio/proxy";
    private static final String KEPT =
            Shell.quoted("proxy.istio.io/config={\"proxyMetadata\":{\"OUTPUT_CERTS\":\"" + CERTIFICATES + "\"}}");

    private final Counterexample example;
    private final Port port;
    private final List<String> commands = new ArrayList<>();

    private Probe(Counterexample example) {
        this.example = example;
        this.port = example.ports().representative();
    }

    /** The line. */
    static String of(Counterexample example) {
        return new Probe(example).line();
    }

    private String line() {
        commands.add(address(example.destination()));
        if (example.source() instanceof Pod pod) {
            String namespace = namespace(pod.namespace());
            Identity identity = example.way().identity();
            if (identity != null && identity.namespace().equals(pod.namespace().name())) {
                mutual(pod, namespace, account(namespace, identity));
            } else {
                commands.add(
                        RUN + namespace + " --rm -i --labels=" + labels(pod, "false") + " --command -- " + connect());
            }
            return String.join(" && ", commands) + foreign(pod, identity);
        }
        String where = example.source() instanceof External external ? external.id() : "a node";
        return String.join(" && ", commands) + " && " + connect() + " # run this on " + Shell.quoted(where);
    }

    /** A key of another namespace is not a pod's to have, so that only the network is tried. */
    private static String foreign(Pod pod, @Nullable Identity identity) {
        return identity == null || identity.namespace().equals(pod.namespace().name())
                ? ""
                : " # the network alone; then with the certificate of " + Shell.quoted(identity.principal());
    }

    private String connect() {
        return "nc " + (port.isTcp() ? "" : "-u ") + "-z -w 3 \"$IP\" " + port.number();
    }

    /** The shell's IP becomes an address of the destination. */
    private String address(Endpoint destination) {
        if (destination instanceof Pod pod) {
            String selector = pod.labels().isEmpty() ? "" : " -l " + Shell.labels(pod.labels());
            String name = pod.namespace().name();
            String where = name.startsWith("(") ? "--all-namespaces" : "-n " + Shell.quoted(name);
            return "IP=$(kubectl get pod " + where + selector + " -o jsonpath='{.items[0].status.podIP}')";
        }
        if (destination instanceof External external) {
            return "IP=" + Shell.quoted(external.id().split("-", 2)[0]);
        }
        return "IP=$(kubectl get node -o jsonpath='{.items[0].status.addresses[0].address}')";
    }

    /** The namespace's name; one that nobody declared is made first. */
    private String namespace(Namespace namespace) {
        if (!namespace.name().startsWith("(")) {
            return Shell.quoted(namespace.name());
        }
        Map<String, String> labels = new TreeMap<>(namespace.labels());
        labels.remove(Namespace.NAME_LABEL);
        commands.add("kubectl create namespace " + NAME);
        if (!labels.isEmpty()) {
            commands.add("kubectl label namespace " + NAME + " "
                    + Shell.labels(labels).replace(",", " "));
        }
        return NAME;
    }

    private String account(String namespace, Identity identity) {
        if (!identity.serviceAccount().equals(Identity.ANY_OTHER)) {
            return identity.serviceAccount();
        }
        commands.add("kubectl create serviceaccount " + NAME + " -n " + namespace);
        return NAME;
    }

    /** Out of the proxy's container nothing is redirected, and its certificate is the pod's. */
    private void mutual(Pod pod, String namespace, String account) {
        commands.add(RUN + namespace + " --labels=" + labels(pod, "true") + " --annotations=" + KEPT + " --overrides="
                + Shell.quoted("{\"spec\":{\"serviceAccountName\":\"" + account + "\"}}") + " --command -- sleep 300");
        commands.add("kubectl wait pod " + NAME + " -n " + namespace + " --for=condition=Ready");
        commands.add("kubectl exec " + NAME + " -n " + namespace + " -c istio-proxy -- openssl s_client -connect \"$IP:"
                + port.number() + "\" -alpn istio -cert " + CERTIFICATES + "/cert-chain.pem -key " + CERTIFICATES
                + "/key.pem");
    }

    private static String labels(Pod pod, String inject) {
        Map<String, String> labels = new TreeMap<>(pod.labels());
        labels.put(INJECT, inject);
        return Shell.labels(labels);
    }
}
