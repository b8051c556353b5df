package dev.tenantmesh.report.capacity.manifest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.Placement;
import dev.tenantmesh.model.Site;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.Service;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.model.tenant.Workload;
import dev.tenantmesh.report.Json;
import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.ManifestLoader;
import dev.tenantmesh.verifier.load.Manifests;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Services that the documents declare, as objects: they are the tenants' own, and seldom among the manifests. One that
 * is there counts as it is.
 */
final class ModelServices {

    private ModelServices() {}

    /** Manifests, and beside them the Services that they lack, of all clusters of a mesh. */
    static Manifests beside(Site site, Manifests manifests, Problems problems) {
        Set<String> known = manifests
                .of("", "Service")
                .map(service -> service.namespace() + "/" + service.name())
                .collect(Collectors.toSet());
        MeshModel whole = site.model().placement().map(Placement::whole).orElse(site.model());
        ObjectNode list = Json.object();
        list.put("apiVersion", "v1").put("kind", "List");
        ArrayNode items = list.putArray("items");
        site.model().meshes().stream()
                .flatMap(mesh -> whole.tenantsOf(mesh).stream())
                .flatMap(tenant -> tenant.namespaces().stream())
                .forEach(namespace -> services(namespace, known).forEach(items::add));
        List<Manifest> declared =
                ManifestLoader.read("model", Json.text(list), problems).all();
        return new Manifests(
                Stream.concat(manifests.all().stream(), declared.stream()).toList(), manifests.others());
    }

    private static Stream<ObjectNode> services(TenantNamespace namespace, Set<String> known) {
        return namespace.workloads().stream()
                .flatMap(workload -> workload.services().stream()
                        .filter(service -> !known.contains(namespace.name() + "/" + service.name()))
                        .map(service -> object(namespace.name(), workload, service)));
    }

    /** A Sidecar names what it tells of one by one, so that a Service may be exported to everybody. */
    private static ObjectNode object(String namespace, Workload workload, Service service) {
        ObjectNode object = Json.object();
        object.put("apiVersion", "v1").put("kind", "Service");
        ObjectNode metadata = object.putObject("metadata");
        metadata.put("namespace", namespace).put("name", service.name());
        metadata.putObject("annotations").put("networking.istio.io/exportTo", "*");
        ObjectNode spec = object.putObject("spec");
        ObjectNode selector = spec.putObject("selector");
        workload.selector().forEach(selector::put);
        ArrayNode ports = spec.putArray("ports");
        service.ports()
                .forEach(port -> ports.addObject()
                        .put("name", port.name())
                        .put("port", port.port())
                        .put("targetPort", port.podPort()));
        return object;
    }
}
