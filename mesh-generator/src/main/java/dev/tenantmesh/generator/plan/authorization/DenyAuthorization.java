package dev.tenantmesh.generator.plan.authorization;

import dev.tenantmesh.generator.plan.authorization.AuthorizationPlan.Action;
import dev.tenantmesh.generator.plan.guardrail.DeniedPair;
import dev.tenantmesh.generator.plan.member.MemberNamespace;
import dev.tenantmesh.generator.plan.member.Members;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Denies the identities of whoever is denied, at every pod of a namespace: no policy that allows, whoever writes it, opens
 * what they are denied. Who is in no mesh has no identity, and is kept out by the namespace's other policies.
 */
record DenyAuthorization(Members members, List<DeniedPair> denied) {

    /** The policy of a namespace; none if nobody of its mesh is denied there. */
    List<AuthorizationPlan> plan(MemberNamespace namespace) {
        List<DeniedPair> about = denied.stream()
                .filter(pair -> pair.to().contains(namespace.name()))
                .toList();
        List<String> principals = about.stream()
                .flatMap(pair -> pair.from().stream())
                .flatMap(name -> members.namespace(name).stream())
                .map(source -> source.everyPod().principal())
                .toList();
        if (principals.isEmpty()) {
            return List.of();
        }
        String reasons = about.stream()
                .map(pair -> "denies " + pair.deny().from().title() + ": "
                        + pair.deny().reason())
                .distinct()
                .collect(Collectors.joining("\n"));
        return List.of(new AuthorizationPlan(
                members.heading(namespace, "deny-rules", "platform/denies", reasons),
                Map.of(),
                Action.DENY,
                List.of(AuthorizationRule.identities(principals, List.of()))));
    }
}
