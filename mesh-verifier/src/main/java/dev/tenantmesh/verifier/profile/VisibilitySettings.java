package dev.tenantmesh.verifier.profile;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.select.ExportTo;
import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.select.Truth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a control plane is set to as far as it concerns what it tells proxies. Nobody is kept out by it.
 *
 * @param discovery which namespaces it looks at; none: all of them
 * @param services where Services and ServiceEntries are known that do not say it
 * @param virtualServices where VirtualServices are known that do not say it
 * @param destinationRules where DestinationRules are known that do not say it
 * @param registryOnly whether proxies drop what is for nobody they are told of
 * @param autoMtls whether proxies use mutual TLS where they can and nobody says otherwise
 * @param written where settings that are no defaults were written, by their name in a mesh's configuration
 * @see <a href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig">MeshConfig</a>
 */
public record VisibilitySettings(
        List<LabelSelector> discovery,
        ExportTo services,
        ExportTo virtualServices,
        ExportTo destinationRules,
        Truth registryOnly,
        boolean autoMtls,
        Map<String, Origin> written) {

    /** The defaults of Istio: everything is known everywhere, and proxies pass on what they do not know. */
    public static final VisibilitySettings ISTIO_DEFAULTS = new VisibilitySettings(
            List.of(), ExportTo.EVERYWHERE, ExportTo.EVERYWHERE, ExportTo.EVERYWHERE, Truth.NO, true, Map.of());

    public VisibilitySettings {
        discovery = List.copyOf(discovery);
        written = Map.copyOf(written);
    }

    /** Where a setting was written; null for a default. */
    public @Nullable Origin originOf(String setting) {
        return written.get(setting);
    }
}
