package dev.tenantmesh.verifier.reach.client;

import dev.tenantmesh.verifier.policy.visible.DestinationRule;
import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.reach.visible.KnownHost;
import dev.tenantmesh.verifier.reach.visible.Watched;
import dev.tenantmesh.verifier.select.ExportTo;
import dev.tenantmesh.verifier.world.Pod;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which DestinationRule a client's proxy heeds for a host: one of its own namespace, else one of the host's, else one of
 * the root namespace; of each the one with the most specific host. One of a third namespace never counts.
 *
 * @see <a href="https://istio.io/latest/docs/ops/best-practices/traffic-management/#cross-namespace-configuration">Cross-namespace configuration</a>
 */
public final class DestinationRules {

    private final Watched watched;
    private final List<DestinationRule> rules;

    public DestinationRules(Watched watched, List<DestinationRule> rules) {
        this.watched = watched;
        this.rules = rules.stream()
                .filter(rule -> watched.reads(rule.object()).isPossible())
                .toList();
    }

    /** Those that may count; none if none does, and more than one where only their age decides. */
    public List<DestinationRule> of(Pod client, KnownHost host) {
        String own = client.namespace().name();
        String root = watched.mesh().rootNamespace();
        List<DestinationRule> local = mostSpecific(
                rules.stream()
                        .filter(rule -> rule.object().namespace().equals(own))
                        .filter(rule -> !own.equals(root) || isPrivate(rule)),
                host);
        if (!local.isEmpty()) {
            return heeded(local, client);
        }
        return Stream.of(host.namespace(), root)
                .map(home -> mostSpecific(exportedFrom(home), host).stream()
                        .filter(rule -> exportTo(rule).reaches(home, own))
                        .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .map(found -> heeded(found, client))
                .orElse(List.of());
    }

    private Stream<DestinationRule> exportedFrom(String namespace) {
        return rules.stream()
                .filter(rule -> rule.object().namespace().equals(namespace))
                .filter(Predicate.not(this::isPrivate));
    }

    private boolean isPrivate(DestinationRule rule) {
        return exportTo(rule).isPrivate(rule.object().namespace());
    }

    private ExportTo exportTo(DestinationRule rule) {
        MeshSettings mesh = watched.mesh();
        return rule.exportTo().or(mesh.visibility().destinationRules());
    }

    private static List<DestinationRule> mostSpecific(Stream<DestinationRule> rules, KnownHost host) {
        List<DestinationRule> covering =
                rules.filter(rule -> rule.host().covers(host.host())).toList();
        List<DestinationRule> exact =
                covering.stream().filter(rule -> !rule.host().isWildcard()).toList();
        if (!exact.isEmpty()) {
            return exact;
        }
        int longest = covering.stream()
                .mapToInt(rule -> rule.host().text().length())
                .max()
                .orElse(0);
        return covering.stream()
                .filter(rule -> rule.host().text().length() == longest)
                .toList();
    }

    /** One that selects the client comes before those for every client; one that selects others counts for nobody else. */
    private static List<DestinationRule> heeded(List<DestinationRule> rules, Pod client) {
        List<DestinationRule> own = rules.stream()
                .filter(rule ->
                        rule.object().namespace().equals(client.namespace().name()))
                .filter(rule -> selects(rule.clients().map(pods -> pods.selects(client.labels()))))
                .toList();
        return own.isEmpty()
                ? rules.stream().filter(rule -> rule.clients().isEmpty()).toList()
                : own;
    }

    private static boolean selects(Optional<Boolean> selected) {
        return selected.orElse(false);
    }
}
