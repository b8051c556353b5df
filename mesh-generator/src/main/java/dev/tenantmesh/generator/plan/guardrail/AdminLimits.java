package dev.tenantmesh.generator.plan.guardrail;

import dev.tenantmesh.generator.plan.network.PortRange;
import dev.tenantmesh.generator.platform.Peer;
import dev.tenantmesh.model.platform.AdminPolicies;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much one policy may hold.
 *
 * @param rules of one direction
 * @param peers of one rule
 * @param ports of one rule
 * @param addresses whether rules about what goes out know addresses
 */
record AdminLimits(int rules, int peers, int ports, boolean addresses) {

    private static final AdminLimits V1ALPHA1 = new AdminLimits(100, 100, 100, false);
    private static final AdminLimits V1ALPHA2 = new AdminLimits(25, 25, 25, true);

    static AdminLimits of(AdminPolicies.Type type) {
        return type == AdminPolicies.Type.ADMIN_NETWORK_POLICY ? V1ALPHA1 : V1ALPHA2;
    }

    /** The same rule in as many as it takes. */
    List<AdminRulePlan> split(AdminRulePlan rule) {
        List<AdminRulePlan> all = new ArrayList<>();
        for (List<Peer> some : parts(rule.peers(), peers)) {
            for (List<PortRange> part : parts(rule.ports(), ports)) {
                all.add(new AdminRulePlan(rule.name(), rule.action(), some, part));
            }
        }
        return all;
    }

    /** A list in parts of at most some size; an empty one is one part. */
    static <T> List<List<T>> parts(List<T> list, int most) {
        return IntStream.rangeClosed(0, Math.max(0, list.size() - 1) / most)
                .mapToObj(part -> list.subList(part * most, Math.min(list.size(), (part + 1) * most)))
                .toList();
    }
}
