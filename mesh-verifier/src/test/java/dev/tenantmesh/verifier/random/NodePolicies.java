package dev.tenantmesh.verifier.random;

import dev.tenantmesh.verifier.random.Cluster.Member;
import dev.tenantmesh.verifier.random.Cluster.Peers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The policies that a control plane makes of PeerAuthentications for the proxies of nodes, written out and asked. */
record NodePolicies(Cluster cluster) {

    /** A policy that denies what all conditions of one of its groups match. */
    private record Denial(List<List<Condition>> groups) {

        boolean denies(int port) {
            return groups.stream()
                    .anyMatch(group -> group.stream()
                            .allMatch(condition -> (condition.port() == null || condition.port() == port)
                                    && (condition.notPort() == null || condition.notPort() != port)));
        }
    }

    /** Of a peer without an identity, only its port is left to ask about. */
    private record Condition(
            @Nullable Integer port, @Nullable Integer notPort) {}

    boolean deniesPlaintext(Member pod, int port) {
        List<Denial> attached = new ArrayList<>();
        Map<String, Denial> made = new TreeMap<>();
        for (Peers peers : cluster.authentications()) {
            Denial denial = made(peers);
            if (denial != null) {
                made.put(peers.space() + "/" + peers.name(), denial);
            }
        }
        for (String reference : references(pod)) {
            if (reference.equals("static")) {
                attached.add(new Denial(List.of(List.of(new Condition(null, null)))));
            } else if (made.containsKey(reference)) {
                attached.add(made.get(reference));
            }
        }
        return attached.stream().anyMatch(denial -> denial.denies(port));
    }

    private @Nullable Peers find(String space, boolean alsoBare) {
        return cluster.authentications().stream()
                .filter(peers -> peers.space().equals(space) && peers.pods().isEmpty())
                .filter(peers -> alsoBare || !peers.bare())
                .findFirst()
                .orElse(null);
    }

    private @Nullable Peers own(Member pod) {
        return cluster.authentications().stream()
                .filter(peers -> peers.space().equals(pod.space())
                        && !peers.pods().isEmpty()
                        && pod.labels().entrySet().containsAll(peers.pods().entrySet()))
                .findFirst()
                .orElse(null);
    }

    private List<String> references(Member pod) {
        Peers mesh = find("istio-system", false);
        Peers space = find(pod.space(), true);
        Peers own = own(pod);
        boolean strict = mesh != null && mesh.mode().equals("STRICT");
        if (space != null && !space.mode().equals("UNSET")) {
            strict = space.mode().equals("STRICT");
        }
        if (own == null) {
            return strict ? List.of("static") : List.of();
        }
        if (!own.mode().equals("UNSET")) {
            strict = own.mode().equals("STRICT");
        }
        List<String> modes = List.copyOf(own.ports().values());
        boolean laxPort = modes.contains("PERMISSIVE")
                || (modes.contains("DISABLE") && own.mode().equals("STRICT"));
        boolean refers = strict ? laxPort : modes.contains("STRICT");
        List<String> references = new ArrayList<>();
        if (refers) {
            references.add(own.space() + "/" + own.name());
        }
        if (strict && !refers) {
            references.add("static");
        }
        return references;
    }

    private @Nullable Denial made(Peers own) {
        Peers mesh = find("istio-system", false);
        Peers space = find(own.space(), false);
        if (own.pods().isEmpty() || own.ports().isEmpty()) {
            return null;
        }
        boolean meshStrict = mesh != null && mesh.mode().equals("STRICT");
        boolean spaceStrict = space != null && space.mode().equals("STRICT");
        boolean spaceSilent = space == null || space.mode().equals("UNSET");
        List<Condition> rules = new ArrayList<>();
        List<List<Condition>> groups = new ArrayList<>();
        if (own.mode().equals("STRICT")) {
            rules.add(new Condition(null, null));
        }
        boolean exempted = false;
        for (Map.Entry<Integer, String> port : own.ports().entrySet()) {
            if (port.getValue().equals("STRICT")) {
                boolean above = own.mode().equals("STRICT")
                        || (own.mode().equals("UNSET") && spaceStrict)
                        || (spaceSilent && meshStrict);
                if (!above) {
                    groups.add(List.of(new Condition(port.getKey(), null)));
                }
            } else if (!port.getValue().equals("UNSET")) {
                boolean needless = own.mode().equals("PERMISSIVE")
                        || own.mode().equals("DISABLE")
                        || (own.mode().equals("UNSET") && !spaceStrict && !(space == null && meshStrict));
                if (!needless) {
                    exempted = true;
                    rules.add(new Condition(null, port.getKey()));
                }
            }
        }
        if (own.mode().equals("STRICT") && !exempted) {
            return null;
        }
        if (!rules.isEmpty()) {
            groups.add(rules);
        }
        return groups.isEmpty() ? null : new Denial(groups);
    }
}
