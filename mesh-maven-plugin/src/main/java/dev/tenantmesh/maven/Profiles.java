package dev.tenantmesh.maven;

import dev.tenantmesh.model.platform.Network;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.platform.Router;
import dev.tenantmesh.verifier.profile.ClusterProfile;
import dev.tenantmesh.verifier.world.AddressRange;
import java.util.List;

/** What a Platform document says of the cluster that its manifests are for. */
final class Profiles {

    private Profiles() {}

    /** The profile of a platform: that of its network plugin, with the addresses of its pods. */
    static ClusterProfile of(Platform platform) {
        Network network = platform.network();
        ClusterProfile plugin = switch (network.cni()) {
            case OVN_KUBERNETES -> ClusterProfile.OVN_KUBERNETES;
            case CALICO -> ClusterProfile.KUBERNETES;
        };
        List<AddressRange> pods = network.podCIDRs().stream()
                .flatMap(cidr -> AddressRange.ofCidr(cidr).stream())
                .toList();
        ClusterProfile profile = new ClusterProfile(
                plugin.name(),
                plugin.enforcesIngress(),
                plugin.enforcesEgress(),
                plugin.addressesMatchPods(),
                plugin.hostNetworkNamespace(),
                pods,
                plugin.nodeRanges(),
                plugin.router());
        Router router = platform.router();
        boolean onHostNetwork = router != null && Boolean.TRUE.equals(router.hostNetwork());
        return onHostNetwork ? profile.withRouterOnHostNetwork() : profile;
    }
}
