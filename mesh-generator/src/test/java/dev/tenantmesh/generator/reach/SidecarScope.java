package dev.tenantmesh.generator.reach;

import java.util.List;
import java.util.Map;

/**
 * A Sidecar.
 *
 * @param selector the labels of its pods; empty for all of its namespace
 * @param hosts as written, {@code <namespace>/<name>}
 */
record SidecarScope(String file, String namespace, Map<String, String> selector, List<String> hosts) {

    static SidecarScope read(Document document) {
        Fields spec = document.spec().only("workloadSelector", "egress", "outboundTrafficPolicy");
        spec.fields("outboundTrafficPolicy").only("mode").text("mode");
        List<Fields> listeners = spec.list("egress");
        if (listeners.size() != 1) {
            throw new NotUnderstood(document + ": not one listener");
        }
        List<String> hosts = listeners.get(0).only("hosts").texts("hosts");
        if (hosts.isEmpty() || (hosts.contains("~/*") && hosts.size() > 1) || hosts.contains("*/*")) {
            throw new NotUnderstood(document + ": hosts " + hosts);
        }
        Map<String, String> selector =
                spec.path("workloadSelector").only("labels").textMap("labels");
        if (spec.has("workloadSelector") && selector.isEmpty()) {
            throw new NotUnderstood(document + ": a selector of nothing");
        }
        return new SidecarScope(document.file(), document.namespace(), selector, hosts);
    }

    boolean isOfNamespace() {
        return selector.isEmpty();
    }

    boolean selects(Endpoint pod) {
        return namespace.equals(pod.namespace()) && pod.labels().entrySet().containsAll(selector.entrySet());
    }

    boolean covers(Offer offer) {
        return hosts.stream().anyMatch(host -> covers(host.split("/", 2), offer));
    }

    private boolean covers(String[] host, Offer offer) {
        String from = host[0].equals(".") ? namespace : host[0];
        boolean here = from.equals(offer.namespace());
        boolean named = host[1].equals("*") || host[1].equals(offer.host());
        if (host[1].contains("*") && !host[1].equals("*")) {
            throw new NotUnderstood(file + ": pattern " + host[1]);
        }
        return here && named;
    }
}
