package dev.tenantmesh.verifier.reach.hijack;

import dev.tenantmesh.verifier.policy.visible.MeshObject;
import dev.tenantmesh.verifier.select.Truth;
import dev.tenantmesh.verifier.world.Pod;
import java.util.List;

/**
 * An object of one namespace that has a say in what becomes of connections of others to a host that is not its own.
 *
 * @param host the host
 * @param object a VirtualService, a ServiceEntry or a DestinationRule
 * @param clients whose proxies heed it, or may, outside the object's own namespace; sorted
 * @param certainty whether any of them certainly does
 * @param because one sentence without its full stop: why they heed it
 */
public record Hijack(String host, MeshObject object, List<Pod> clients, Truth certainty, String because) {

    public Hijack {
        clients = List.copyOf(clients);
    }
}
