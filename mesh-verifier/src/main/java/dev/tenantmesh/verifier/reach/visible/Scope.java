package dev.tenantmesh.verifier.reach.visible;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.policy.visible.Sidecar;
import dev.tenantmesh.verifier.policy.visible.Sidecar.Egress;
import dev.tenantmesh.verifier.policy.visible.Sidecar.Host;
import dev.tenantmesh.verifier.policy.visible.VirtualService;
import dev.tenantmesh.verifier.select.HostPattern;
import dev.tenantmesh.verifier.select.Truth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Sidecar that may count for a pod, or none.
 *
 * @param own the namespace of the pod
 * @param sidecar the Sidecar; null: everything that is exported is told
 * @param because what messages say of it
 */
public record Scope(String own, @Nullable Sidecar sidecar, String because) {

    /** What it makes of a host; more than one where several listeners tell of it. */
    public Stream<Told> tells(KnownHost host) {
        if (sidecar == null || sidecar.egress().isEmpty()) {
            return Stream.of(Told.certain(host, exported(host), host.exported()));
        }
        return sidecar.egress().stream().flatMap(listener -> tells(listener, host));
    }

    private String exported(KnownHost host) {
        return because + ", and " + host.source() + " is exported to " + host.exportTo();
    }

    private Stream<Told> tells(Egress listener, KnownHost host) {
        Optional<Host> deciding = listener.hosts().stream()
                .filter(written -> !written.isExclusion()
                        && written.means(host.namespace(), own)
                        && written.host().covers(host.host()))
                .findFirst();
        boolean excluded = listener.hosts().stream()
                .anyMatch(written -> written.isExclusion()
                        && written.means(host.namespace(), own)
                        && written.host().covers(host.host()));
        return deciding.stream()
                .map(written -> Told.certain(host, because + " tells of " + written, written.origin()))
                .map(told -> excluded ? told.butOnly(Truth.MAYBE) : told)
                .flatMap(told -> listener.port().isEmpty()
                        ? Stream.of(told)
                        : listener.port().filter(number -> host.ports().contains(number)).map(told::on).stream());
    }

    /** Whether it tells of a VirtualService: any host that the two have in common is enough. */
    public boolean tells(VirtualService service) {
        return sidecar == null
                || sidecar.egress().isEmpty()
                || sidecar.egress().stream()
                        .flatMap(listener -> listener.hosts().stream())
                        .filter(written -> !written.isExclusion()
                                && written.means(service.object().namespace(), own))
                        .anyMatch(written -> meets(written.host(), service.hosts()));
    }

    private static boolean meets(HostPattern imported, List<HostPattern> hosts) {
        return hosts.stream().anyMatch(imported::meets);
    }

    /** Where it was written. */
    @Nullable
    Origin origin() {
        return sidecar == null ? null : sidecar.object().origin();
    }
}
