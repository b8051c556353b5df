package dev.tenantmesh.model.mesh;

import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import java.time.LocalDate;
import java.util.List;

/**
 * Namespaces where policies are tried before they are enforced: proxies write down and count what they would refuse, and
 * nothing is refused. It is an exemption from every promise about these namespaces, so it has an owner, a reason and a
 * last day. A namespace that is not named is enforced, one that comes later included.
 *
 * @param platforms where they are not; none: on every platform
 * @param namespaces the namespaces of tenants that are not enforced yet; at least one
 * @param owner who answers for it
 * @param reason why
 * @param expires the last day it holds
 * @see <a href="https://istio.io/latest/docs/tasks/security/authorization/authz-dry-run/">Dry run</a>
 */
@ModelRecord
public record Shadow(
        @Syntax(Syntax.Of.LABEL) List<String> platforms,
        @Syntax(Syntax.Of.LABEL) List<String> namespaces,
        String owner,
        String reason,
        LocalDate expires) {

    public Shadow {
        platforms = List.copyOf(platforms);
        namespaces = List.copyOf(namespaces);
    }

    /** Whether it holds on a platform. */
    public boolean isOn(String platform) {
        return platforms.isEmpty() || platforms.contains(platform);
    }
}
