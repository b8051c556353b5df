package dev.tenantmesh.generator.plan.member;

import dev.tenantmesh.model.gateway.Replicas;
import dev.tenantmesh.model.gateway.Resources;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How large a generated gateway is.
 *
 * @param replicas how many pods
 * @param resources what each of them uses
 */
public record GatewaySize(Replicas replicas, Resources resources) {

    /** What was written, completed by the defaults. */
    public static GatewaySize of(@Nullable Replicas replicas, @Nullable Resources resources) {
        return new GatewaySize(
                Objects.requireNonNullElse(replicas, Replicas.DEFAULT),
                Objects.requireNonNullElse(resources, Resources.DEFAULT));
    }
}
