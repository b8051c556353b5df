package dev.tenantmesh.generator.reach;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A PeerAuthentication.
 *
 * @param selected empty for all pods of the namespace, or of the mesh in its root namespace
 */
record PeerAuthentication(
        String file, String namespace, Map<String, String> selected, MutualTls mode, Map<Integer, MutualTls> ports) {

    /** The modes of the API; a field that is absent is {@link #UNSET}. */
    enum MutualTls {
        UNSET,
        DISABLE,
        PERMISSIVE,
        STRICT;

        /** This mode, or the outer one where this says nothing. */
        MutualTls or(MutualTls outer) {
            return this == UNSET ? outer : this;
        }
    }

    static PeerAuthentication read(Document document) {
        document.fields().only("apiVersion", "kind", "metadata", "spec");
        Fields spec = document.spec().only("selector", "mtls", "portLevelMtls");
        Map<Integer, MutualTls> ports = new LinkedHashMap<>();
        Fields portLevel = spec.path("portLevelMtls");
        portLevel.names().forEach(port -> ports.put(Integer.valueOf(port), mode(portLevel.fields(port))));
        Map<String, String> selected = spec.path("selector").only("matchLabels").textMap("matchLabels");
        if (selected.isEmpty() && !ports.isEmpty()) {
            throw new NotUnderstood(document + ": modes of ports need a selector");
        }
        return new PeerAuthentication(document.file(), document.namespace(), selected, mode(spec.path("mtls")), ports);
    }

    boolean isForAll() {
        return selected.isEmpty();
    }

    boolean selects(Endpoint pod) {
        return pod.labels().entrySet().containsAll(selected.entrySet());
    }

    private static MutualTls mode(Fields mtls) {
        return mtls.only("mode").optionalText("mode").map(MutualTls::valueOf).orElse(MutualTls.UNSET);
    }
}
