package dev.tenantmesh.model.platform;

import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;

/**
 * The CustomResourceDefinitions of the Kubernetes Gateway API that a cluster has, in their standard channel.
 *
 * @param version the minor version of their bundle, such as {@code "1.5"}: the annotation
 *     {@code gateway.networking.k8s.io/bundle-version} of each tells it. Istio ignores kinds of an older bundle than it knows
 * @see <a href="https://gateway-api.sigs.k8s.io/concepts/versioning/">versioning</a>
 */
@ModelRecord
public record GatewayApiDefinitions(
        @Syntax(Syntax.Of.VERSION) String version) {

    /** Whether they are of a version or a newer one. */
    public boolean isAtLeast(int major, int minor) {
        int dot = version.indexOf('.');
        int ownMajor = Integer.parseInt(version.substring(0, dot));
        int ownMinor = Integer.parseInt(version.substring(dot + 1));
        return ownMajor > major || (ownMajor == major && ownMinor >= minor);
    }
}
