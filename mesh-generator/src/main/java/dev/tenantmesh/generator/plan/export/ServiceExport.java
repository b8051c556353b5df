package dev.tenantmesh.generator.plan.export;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The namespaces in which a Service is known.
 *
 * @param namespace where it is
 * @param service its name; absent: every Service of a namespace that declares no workloads
 * @param clients the other namespaces with a client, sorted
 * @param entry the model entry it comes from
 */
public record ServiceExport(String namespace, @Nullable String service, List<String> clients, String entry) {

    public ServiceExport {
        clients = clients.stream().distinct().sorted().toList();
    }

    /** The value of the annotation {@code networking.istio.io/exportTo}: its own namespace, and those of clients. */
    public String exportTo() {
        return Stream.concat(Stream.of("."), clients.stream()).collect(Collectors.joining(","));
    }

    /** Whether the default, which exports nothing, is not enough. */
    public boolean crossesNamespaces() {
        return !clients.isEmpty();
    }
}
