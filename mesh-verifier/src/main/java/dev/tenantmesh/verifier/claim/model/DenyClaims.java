package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.platform.Deny;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.verifier.claim.Claim;
import dev.tenantmesh.verifier.claim.EnforcedBy;
import dev.tenantmesh.verifier.claim.LayerClaim;
import dev.tenantmesh.verifier.claim.NeverClaim;
import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.select.LabelSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a platform denies for good: nobody of one side opens anything of the other, in whatever way. */
final class DenyClaims {

    private final MeshModel model;
    private final Platform platform;

    private DenyClaims(MeshModel model, Platform platform) {
        this.model = model;
        this.platform = platform;
    }

    /** Two of each deny where administrators' policies keep it, too; none where a side has no namespaces. */
    static List<Claim> of(MeshModel model, Platform platform) {
        if (model.onlyTenant().isPresent()) {
            return List.of();
        }
        DenyClaims denies = new DenyClaims(model, platform);
        return platform.denies().stream()
                .filter(deny -> !denies.namespaces(deny.from()).isEmpty()
                        && !denies.namespaces(deny.to()).isEmpty())
                .flatMap(deny -> denies.of(deny).stream())
                .toList();
    }

    private List<Claim> of(Deny deny) {
        String sides = name(deny.from()) + "-" + name(deny.to());
        List<Claim> claims = new ArrayList<>();
        claims.add(never(
                deny,
                "denied/" + sides,
                "No pod of " + deny.from().title() + " opens anything of "
                        + deny.to().title() + ": " + deny.reason() + "."));
        if (platform.adminPolicies() != null) {
            claims.add(new LayerClaim(
                    never(
                            deny,
                            "denied-first/" + sides,
                            "Policies of the cluster's administrators keep "
                                    + deny.from().title() + " from " + deny.to().title()
                                    + " before any other policy is asked."),
                    EnforcedBy.DENIES));
        }
        return claims;
    }

    private NeverClaim never(Deny deny, String id, String sentence) {
        return new NeverClaim(id, sentence, model.origins().of(deny), pods(deny.from()), pods(deny.to()));
    }

    private Party.Pods pods(Deny.Side side) {
        return new Party.Pods(namespaces(side), LabelSelector.EVERYTHING, side.title());
    }

    private static String name(Deny.Side side) {
        return Objects.requireNonNullElse(side.tenant(), String.valueOf(side.namespace()));
    }

    private Set<String> namespaces(Deny.Side side) {
        if (side.namespace() != null) {
            return Set.of(side.namespace());
        }
        return model.tenants().stream()
                .filter(tenant -> tenant.name().equals(side.tenant()))
                .flatMap(tenant -> tenant.namespaces().stream())
                .map(TenantNamespace::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
