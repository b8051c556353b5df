package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.EgressPolicy;
import dev.tenantmesh.model.platform.AdminPolicies;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.tenant.Tenant;
import dev.tenantmesh.verifier.claim.Claim;
import dev.tenantmesh.verifier.claim.ClosedClaim;
import dev.tenantmesh.verifier.claim.ClosedClaim.Side;
import dev.tenantmesh.verifier.claim.EnforcedBy;
import dev.tenantmesh.verifier.claim.LayerClaim;
import dev.tenantmesh.verifier.claim.Level;
import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.claim.Permission;
import dev.tenantmesh.verifier.claim.Permission.Manner;
import dev.tenantmesh.verifier.claim.Permissions;
import dev.tenantmesh.verifier.select.LabelSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is closed around one tenant: to others, inside it, to the router, in plaintext, and on its way out. */
final class TenantClaims {

    private static final String UNLESS_WRITTEN = ", as long as its owners open nothing themselves";

    private final MeshScope scope;
    private final Tenant tenant;
    private final MeshPermissions permitted;

    TenantClaims(MeshScope scope, Tenant tenant, MeshPermissions permitted) {
        this.scope = scope;
        this.tenant = tenant;
        this.permitted = permitted;
    }

    /** None of a tenant with nothing but namespaces that are not enforced yet. */
    List<Claim> all() {
        List<Claim> claims = new ArrayList<>();
        if (enforced().namespaces().isEmpty()) {
            return claims;
        }
        claims.add(closed());
        scope.places(tenant).filter(place -> !scope.isShadow(place)).forEach(place -> claims.add(inside(place)));
        scope.parts().router().ifPresent(router -> claims.add(router(router)));
        claims.add(plaintext());
        claims.add(metrics());
        claims.add(contained());
        claims.add(outside());
        claims.add(closedByNetwork());
        if (scope.platform().adminPolicies() != null) {
            claims.addAll(new AdminClaims(scope, tenant).all(permitted));
        }
        claims.add(new LayerClaim(containedByNetwork(), EnforcedBy.EGRESS));
        claims.add(closedByMesh());
        return claims;
    }

    /** The network alone keeps whom it can tell apart to what is permitted to them. */
    private Claim closedByNetwork() {
        boolean some = writesSome() && scope.platform().adminPolicies() != null;
        ClosedClaim claim = claim(
                "closed-by-network",
                "NetworkPolicies alone let nobody to tenant " + tenant.name()
                        + " but those, and to those ports, that the documents say" + (some ? UNLESS_WRITTEN : "")
                        + ".",
                enforced(),
                Side.IN,
                permitted.byNetwork());
        return new LayerClaim(some ? claim.atMost(Level.HOSTILE_SOURCE) : claim, EnforcedBy.INGRESS);
    }

    /** What others close does not count here: the tenant's own way out is as narrow as it can be. */
    private ClosedClaim containedByNetwork() {
        ClosedClaim claim = claim(
                "contained-by-network",
                "NetworkPolicies of tenant " + tenant.name()
                        + " alone let its pods to nothing but what the documents say"
                        + (writesSome() ? UNLESS_WRITTEN : "") + ".",
                enforced(),
                Side.OUT,
                permitted.leavingByNetwork());
        return writesSome() ? claim.atMost(Level.ACCIDENT) : claim;
    }

    /** Proxies alone let in the identities that are permitted, wherever they come from. */
    private Claim closedByMesh() {
        List<Permission> left = new ArrayList<>();
        scope.places(tenant).forEach(place -> left.addAll(WiderPermissions.leftToTheNetwork(scope, place)));
        return new LayerClaim(
                claim(
                        "closed-by-mesh",
                        "Proxies alone let nobody to tenant " + tenant.name()
                                + " but the identities, and to those ports, that the documents say; plaintext only on ports"
                                + " that are exempted"
                                + Migration.of(scope).exceptions(scope.places(tenant)) + ".",
                        enforced(),
                        Side.IN,
                        permitted
                                .byProxies()
                                .and(WiderPermissions.pastProxies(everyPod()))
                                .and(left)),
                EnforcedBy.MESH);
    }

    private Party.Pods everyPod() {
        return MeshScope.everyPod(tenant);
    }

    /** Of what is not enforced yet nothing is promised; other claims say what holds there. */
    private Party.Pods enforced() {
        Set<String> names = scope.places(tenant)
                .filter(place -> !scope.isShadow(place))
                .map(Place::name)
                .collect(Collectors.toSet());
        return new Party.Pods(names, LabelSelector.EVERYTHING, "tenant " + tenant.name());
    }

    private String said(String sentence) {
        String shadow = scope.places(tenant)
                .filter(scope::isShadow)
                .map(Place::name)
                .sorted()
                .collect(Collectors.joining(", "));
        return shadow.isEmpty()
                ? sentence
                : sentence.replaceFirst("\\.$", ". Nothing of this is said of namespaces in shadow: " + shadow + ".");
    }

    private Origin origin() {
        return scope.model().origins().of(tenant, "name");
    }

    private ClosedClaim claim(String intent, String sentence, Party subject, Side side, Permissions some) {
        return new ClosedClaim(intent + "/" + tenant.name(), said(sentence), origin(), subject, side, some);
    }

    /** I01. */
    private Claim closed() {
        return claim(
                "tenant-closed",
                "No pod outside tenant " + tenant.name() + ", no node and no address outside the cluster can open any"
                        + " port of it, except as the documents say" + exceptions() + ".",
                enforced(),
                Side.IN,
                permitted.incoming().and(WiderPermissions.all(everyPod(), "the tenant itself")));
    }

    private String exceptions() {
        List<String> named = permitted
                .incoming()
                .to(everyPod().namespaces())
                .filter(permission -> !permission.ports().isEmpty())
                .filter(permission -> permission.to() instanceof Party.Pods pods
                        && everyPod().namespaces().containsAll(pods.namespaces()))
                .filter(permission -> !(permission.from() instanceof Party.Pods pods
                        && everyPod().namespaces().containsAll(pods.namespaces())))
                .map(permission ->
                        permission.from().title() + " -> " + permission.to().title())
                .distinct()
                .toList();
        return named.isEmpty() ? "" : " (" + String.join(", ", named) + ")";
    }

    /** I02: inside the tenant, by namespace. */
    private Claim inside(Place place) {
        return new ClosedClaim(
                "namespace-closed/" + place.name(),
                "Pods of tenant " + tenant.name() + " reach namespace " + place.name()
                        + " only inside its boundaries and along the edges that it declares.",
                scope.model().origins().of(place.namespace(), "name"),
                place.everyPod(),
                Side.IN,
                permitted
                        .incoming()
                        .and(WiderPermissions.all(
                                WiderPermissions.not(everyPod()), "others, of whom another claim speaks")));
    }

    /** I05. */
    private Claim router(Party router) {
        return claim(
                "router-closed",
                "The ingress router reaches nothing of tenant " + tenant.name()
                        + " but its gateways and what is opened to it by a label.",
                enforced(),
                Side.IN,
                permitted
                        .incoming()
                        .and(WiderPermissions.all(
                                WiderPermissions.not(router), "others, of whom another claim speaks")));
    }

    /** I06. */
    private Claim plaintext() {
        Permission mutual = new Permission(
                Party.ANYONE,
                everyPod(),
                WiderPermissions.EVERY_PORT,
                Manner.MUTUAL,
                "mutual TLS, of which other claims speak");
        return claim(
                "no-plaintext",
                "Nobody speaks plaintext to tenant " + tenant.name()
                        + ", except on ports that are exempted and by clients that are declared"
                        + Migration.of(scope).exceptions(scope.places(tenant)) + ".",
                enforced(),
                Side.IN,
                permitted.incoming().and(mutual));
    }

    /** I18. */
    private Claim metrics() {
        Permission others =
                new Permission(Party.ANYONE, everyPod(), WiderPermissions.otherPorts(), Manner.ANY, "other ports");
        return claim(
                "metrics-narrow",
                "The ports of proxies for metrics and health are open to the declared scrapers of tenant "
                        + tenant.name() + " only.",
                enforced(),
                Side.IN,
                permitted.incoming().and(others));
    }

    /** I03, and I09: of what others cannot close, only the tenant's own way out can. */
    private Claim contained() {
        return bounded(new ClosedClaim(
                "tenant-contained/" + tenant.name(),
                said("Pods of tenant " + tenant.name()
                        + " can open nothing but cluster DNS, their control plane, and what the"
                        + " documents grant them" + unlessWritten() + "."),
                origin(),
                enforced(),
                Side.OUT,
                permitted.leaving()));
    }

    /** I08. */
    private Claim outside() {
        boolean byGateway = scope.settings().egress() == EgressPolicy.GATEWAY;
        Permissions inside = Permissions.of(List.of(new Permission(
                everyPod(),
                WiderPermissions.not(WiderPermissions.addresses()),
                WiderPermissions.EVERY_PORT,
                Manner.ANY,
                "the cluster")));
        return bounded(new ClosedClaim(
                "outside-closed/" + tenant.name(),
                said("Pods of tenant " + tenant.name() + " can open no address outside the cluster"
                        + (byGateway ? " themselves" : " but those of their externals") + unlessWritten() + "."),
                origin(),
                enforced(),
                Side.OUT,
                inside.and(byGateway ? permitted.toAddresses() : permitted.leaving())));
    }

    private boolean mayWrite() {
        return new TenantRoles(scope.platform()).mayOpen(tenant);
    }

    private String unlessWritten() {
        return opensItself() ? UNLESS_WRITTEN : "";
    }

    /** Whoever may write NetworkPolicies can open their own way out, so that no more than accidents are excluded. */
    private ClosedClaim bounded(ClosedClaim claim) {
        return opensItself() ? claim.atMost(Level.ACCIDENT) : claim;
    }

    /** Administrators' policies bound the way out only where they know addresses; admission does everywhere. */
    private boolean opensItself() {
        AdminPolicies policies = scope.platform().adminPolicies();
        boolean bounded = policies != null && policies.type() == AdminPolicies.Type.CLUSTER_NETWORK_POLICY;
        return mayWrite() && !bounded && scope.platform().admission() == null;
    }

    /** Where administrators' policies bound NetworkPolicies, tenants are left some, so that those alone are no promise. */
    private boolean writesSome() {
        return mayWrite()
                && (scope.platform().admission() == null || scope.platform().adminPolicies() != null);
    }
}
