package dev.tenantmesh.verifier.reach.visible;

import dev.tenantmesh.verifier.policy.PolicyModel;
import dev.tenantmesh.verifier.policy.visible.MeshObject;
import dev.tenantmesh.verifier.policy.visible.ServiceEntry;
import dev.tenantmesh.verifier.policy.visible.VisibleModel.Mark;
import dev.tenantmesh.verifier.profile.MeshSettings;
import dev.tenantmesh.verifier.profile.MeshSettings.Product;
import dev.tenantmesh.verifier.profile.VisibilitySettings;
import dev.tenantmesh.verifier.select.ExportTo;
import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.Namespace;
import dev.tenantmesh.verifier.world.Service;
import dev.tenantmesh.verifier.world.World;
import java.util.ArrayList;
import java.util.List;

/**
 * What one control plane looks at: namespaces that its selectors or its member roll name, and in them the objects that
 * name no other revision.
 *
 * @see <a href="https://istio.io/latest/docs/ops/configuration/mesh/configuration-scoping/">Configuration Scoping</a>
 */
public final class Watched {

    private static final String SERVICES = "defaultServiceExportTo";

    private final World world;
    private final PolicyModel policies;
    private final MeshSettings mesh;
    private final List<KnownHost> hosts = new ArrayList<>();

    Watched(World world, PolicyModel policies, MeshSettings mesh) {
        this.world = world;
        this.policies = policies;
        this.mesh = mesh;
        world.services().values().forEach(services -> services.forEach(service -> hosts.add(host(service))));
        policies.visible().serviceEntries().stream()
                .filter(entry -> entry.object().isReadBy(mesh))
                .forEach(entry -> entry.hosts().forEach(host -> hosts.add(host(entry, host))));
        hosts.removeIf(host -> !namespace(host.namespace()).isPossible());
    }

    /** Whose view it is. */
    public MeshSettings mesh() {
        return mesh;
    }

    /** The hosts that it knows. */
    public List<KnownHost> hosts() {
        return List.copyOf(hosts);
    }

    /** The host of a Service, whether it knows it or not. */
    public KnownHost host(Service service) {
        Mark mark = policies.visible().services().get(service.namespace() + "/" + service.name());
        VisibilitySettings settings = mesh.visibility();
        return mark == null
                ? KnownHost.of(service, settings.services(), settings.originOf(SERVICES))
                : KnownHost.of(service, mark.exportTo(), mark.origin());
    }

    private KnownHost host(ServiceEntry entry, String host) {
        VisibilitySettings settings = mesh.visibility();
        boolean said = !entry.exportTo().equals(ExportTo.UNSAID);
        return KnownHost.of(
                entry,
                host,
                entry.exportTo().or(settings.services()),
                said ? entry.object().origin() : settings.originOf(SERVICES));
    }

    /** Whether it reads an object. */
    public Truth reads(MeshObject object) {
        return Truth.of(object.isReadBy(mesh)).and(namespace(object.namespace()));
    }

    /** Whether it looks at a namespace; of one whose labels nobody wrote that is not certain. */
    public Truth namespace(String name) {
        if (mesh.product() == Product.MAISTRA) {
            return Truth.of(name.equals(mesh.rootNamespace())
                    || mesh.equals(policies.members().get(name)));
        }
        List<LabelSelector> selectors = mesh.visibility().discovery();
        Namespace namespace = world.namespace(name).orElse(null);
        if (selectors.isEmpty()
                || (namespace != null
                        && selectors.stream().anyMatch(selector -> selector.selects(namespace.labels())))) {
            return Truth.YES;
        }
        return namespace != null && namespace.isDeclared() ? Truth.NO : Truth.MAYBE;
    }
}
