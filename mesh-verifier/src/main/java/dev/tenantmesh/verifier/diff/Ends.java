package dev.tenantmesh.verifier.diff;

import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.External;
import dev.tenantmesh.verifier.world.HostProcess;
import dev.tenantmesh.verifier.world.Pod;
import java.util.List;

/**
 * How endpoints are called, so that both sides call the same end the same.
 *
 * @param options what is compared
 * @param addresses how addresses are cut
 */
record Ends(DiffOptions options, AddressAtoms addresses) {

    /** The ends that an endpoint stands for; more than one where the other side cuts its addresses. */
    List<End> of(Endpoint endpoint) {
        if (endpoint instanceof External outside) {
            return addresses.of(outside.range()).stream().map(End::ofAddresses).toList();
        }
        if (endpoint instanceof HostProcess process) {
            return List.of(new End(End.Kind.NODE, End.NODES, "", process.id(), null));
        }
        return List.of(ofPod((Pod) endpoint));
    }

    End ofPod(Pod pod) {
        String namespace = pod.namespace().name();
        if (!pod.isPossible()) {
            return new End(End.Kind.POD, options.owner(namespace), namespace, pod.id(), null);
        }
        boolean unnamed = namespace.startsWith("(");
        String shown = unnamed && !options.kinds() ? "(any namespace)" : namespace;
        String id = options.kinds() ? pod.id() : shown + "/(any pod)";
        return new End(End.Kind.POSSIBLE, unnamed ? "(anybody)" : options.owner(namespace), shown, id, null);
    }

    /** Whoever may write in a namespace. */
    End ofNamespace(String namespace) {
        return new End(End.Kind.NAMESPACE, options.owner(namespace), namespace, "namespace " + namespace, null);
    }
}
