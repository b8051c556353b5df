package dev.tenantmesh.model.platform;

import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ingress router.
 *
 * @param namespaceLabels labels of the router's namespace
 * @param podLabels labels of its pods, to narrow the peer; impossible with {@code hostNetwork}
 * @param hostNetwork whether its pods use the node's network: then only namespace labels can match it
 * @param exposeLabel the label by which {@code labelled-pods} opt in; absent: {@code maistra.io/expose-route: "true"}
 *     on OpenShift, {@code tenantmesh.dev/expose-route: "true"} elsewhere
 */
@ModelRecord
public record Router(
        @Syntax(Syntax.Of.LABELS) Map<String, String> namespaceLabels,
        @Syntax(Syntax.Of.LABELS) Map<String, String> podLabels,
        @Nullable Boolean hostNetwork,
        @Syntax(Syntax.Of.LABELS) Map<String, String> exposeLabel) {}
