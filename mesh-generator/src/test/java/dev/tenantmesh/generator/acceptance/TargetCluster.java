package dev.tenantmesh.generator.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantmesh.crds.ApiServer;
import dev.tenantmesh.crds.KindName;
import dev.tenantmesh.crds.history.IstioHistory;
import dev.tenantmesh.generator.platform.PlatformProfile;
import dev.tenantmesh.generator.platform.Trait;
import dev.tenantmesh.model.platform.Distribution;
import dev.tenantmesh.model.platform.ServiceMesh;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A cluster with one of the supported platforms: the CustomResourceDefinitions of the nearest release there are some of,
 * without what came later than its own.
 */
public final class TargetCluster {

    private static final int NEWEST_WITHOUT_V1 = 21;

    /** What each release of the operator installs; definitions of one release list only its own. */
    private static final Map<String, String> OPERATOR_INSTALLS = Map.of(
            "3.0", "v1.24-latest",
            "3.1", "v1.26-latest",
            "3.2", "v1.27-latest",
            "3.3", "v1.28-latest",
            "3.4", "v1.30-latest");

    private static final String OF_THE_DEFINITIONS = "v1.30-latest";

    private final PlatformProfile profile;
    private final ApiServer server;

    private TargetCluster(PlatformProfile profile, ApiServer server) {
        this.profile = profile;
        this.server = server;
    }

    /** The cluster of a platform; without -Dmesh.crds the calling test is skipped. */
    public static TargetCluster of(PlatformProfile profile) {
        boolean old = profile.istio() <= NEWEST_WITHOUT_V1;
        List<String> folders = new ArrayList<>();
        folders.add(old ? "istio-1.20" : "istio-1.30");
        folders.add("network-policy-api");
        if (profile.distribution() == Distribution.Type.OPENSHIFT) {
            folders.add("multus");
        }
        if (profile.has(Trait.GATEWAY_API)) {
            folders.add("gateway-api-1.5");
        }
        if (profile.type() == ServiceMesh.Type.OPENSHIFT_SERVICE_MESH) {
            folders.add(old ? "maistra-2" : "sail-3");
        }
        ApiServer server = ApiServer.of(folders.stream()
                .flatMap(folder -> CrdFolder.given(folder).stream())
                .toList());
        // Later 2.6 releases of OpenShift Service Mesh serve v1 as well; what is made for it has to do without.
        return new TargetCluster(
                profile, old ? server.without("security.istio.io/v1", "networking.istio.io/v1") : server);
    }

    /** Whether more than the metadata of a kind is checked. */
    public boolean describes(KindName name) {
        return server.describes(name);
    }

    /** What is to be said against an object, nothing if it would be accepted. */
    public List<String> check(JsonNode object) {
        return Stream.of(
                        server.check(known(object)).stream().map(Object::toString),
                        IstioHistory.newerThan(profile.istio(), object).stream().map(Object::toString),
                        ofTheOperator(object))
                .flatMap(all -> all)
                .toList();
    }

    private boolean isOfTheOperator(JsonNode object) {
        return object.path("apiVersion").asText().startsWith("sailoperator.io/");
    }

    /** As the definitions of the newest operator know it. */
    private JsonNode known(JsonNode object) {
        JsonNode copy = object.deepCopy();
        if (isOfTheOperator(object)) {
            ((ObjectNode) copy.path("spec")).put("version", OF_THE_DEFINITIONS);
        }
        return copy;
    }

    private Stream<String> ofTheOperator(JsonNode object) {
        if (!isOfTheOperator(object)) {
            return Stream.empty();
        }
        boolean installs = object.at("/spec/version").asText().equals(OPERATOR_INSTALLS.get(profile.version()));
        boolean tooNew = !profile.version().equals("3.4")
                && object.at("/spec/values/global").has("proxy");
        return Stream.concat(
                installs ? Stream.empty() : Stream.of("an operator of " + profile.version() + " does not install it"),
                tooNew ? Stream.of("seccompProfile is not known to be in the schema") : Stream.empty());
    }
}
