package dev.tenantmesh.generator.plan;

import org.jspecify.annotations.Nullable;

/**
 * What every planned object carries.
 *
 * @param namespace where it lives; empty for a cluster-scoped object
 * @param name its name, stable as long as the model entry keeps its name
 * @param mesh the mesh it belongs to; empty for an object of the whole cluster
 * @param tenant the tenant it belongs to, if any
 * @param entry the model entry it comes from
 * @param reason one sentence, or one line a rule: why it exists
 * @param rollout when it is applied, and who may delete it
 */
public record Heading(
        String namespace,
        String name,
        String mesh,
        @Nullable String tenant,
        String entry,
        String reason,
        Rollout rollout) {

    /** Of something that closes nothing. */
    public Heading(String namespace, String name, String mesh, @Nullable String tenant, String entry, String reason) {
        this(namespace, name, mesh, tenant, entry, reason, Rollout.OPENS);
    }

    /** The same with another place in the roll-out. */
    public Heading with(Rollout other) {
        return new Heading(namespace, name, mesh, tenant, entry, reason, other);
    }
}
