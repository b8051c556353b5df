package dev.tenantmesh.model.capacity;

import java.util.Map;
import java.util.Optional;

/**
 * Which Istio is in which OpenShift Service Mesh.
 *
 * @see <a href="https://github.com/openshift/openshift-docs/blob/main/modules/ossm-release-notes-supported-versions.adoc">
 *     supported versions</a>
 */
public final class IstioVersions {

    private static final Map<String, String> OF_OPENSHIFT = Map.ofEntries(
            Map.entry("1.1", "1.4"),
            Map.entry("2.0", "1.6"),
            Map.entry("2.1", "1.9"),
            Map.entry("2.2", "1.12"),
            Map.entry("2.3", "1.14"),
            Map.entry("2.4", "1.16"),
            Map.entry("2.5", "1.18"),
            Map.entry("2.6", "1.20"),
            Map.entry("3.0", "1.24"),
            Map.entry("3.1", "1.26"),
            Map.entry("3.2", "1.27"),
            Map.entry("3.3", "1.28"),
            Map.entry("3.4", "1.30"));

    private IstioVersions() {}

    /** The minor version of Istio in a minor version of OpenShift Service Mesh. */
    public static Optional<String> ofOpenShift(String version) {
        return Optional.ofNullable(OF_OPENSHIFT.get(version));
    }
}
