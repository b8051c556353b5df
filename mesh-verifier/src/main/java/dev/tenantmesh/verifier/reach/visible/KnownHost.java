package dev.tenantmesh.verifier.reach.visible;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.policy.visible.ServiceEntry;
import dev.tenantmesh.verifier.select.ExportTo;
import dev.tenantmesh.verifier.select.HostPattern;
import dev.tenantmesh.verifier.world.Service;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A host that a control plane knows, from a Service or a ServiceEntry.
 *
 * @param host its name
 * @param namespace where the Service or the ServiceEntry stands
 * @param source what it is from, as messages call it
 * @param isService whether that is a Service
 * @param external whether it is outside the mesh
 * @param ports its ports
 * @param exportTo where it is known, the mesh's default included
 * @param origin where it was written
 * @param exported what says where it is known; null for Istio's own default
 */
public record KnownHost(
        String host,
        String namespace,
        String source,
        boolean isService,
        boolean external,
        SortedSet<Integer> ports,
        ExportTo exportTo,
        Origin origin,
        @Nullable Origin exported) {

    public KnownHost {
        ports = Collections.unmodifiableSortedSet(new TreeSet<>(ports));
    }

    static KnownHost of(Service service, ExportTo exportTo, @Nullable Origin exported) {
        return new KnownHost(
                HostPattern.ofService(service.name(), service.namespace()),
                service.namespace(),
                "Service " + service.namespace() + "/" + service.name(),
                true,
                false,
                service.ports().stream()
                        .map(port -> port.port().number())
                        .collect(Collectors.toCollection(TreeSet::new)),
                exportTo,
                service.origin(),
                exported);
    }

    static KnownHost of(ServiceEntry entry, String host, ExportTo exportTo, @Nullable Origin exported) {
        return new KnownHost(
                host,
                entry.object().namespace(),
                entry.object().id(),
                false,
                entry.external(),
                new TreeSet<>(entry.ports().keySet()),
                exportTo,
                entry.object().origin(),
                exported);
    }

    /** Whether it is exported to a namespace. */
    public boolean reaches(String other) {
        return exportTo.reaches(namespace, other);
    }
}
