package dev.tenantmesh.verifier.claim.model;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.verifier.claim.Evidence;
import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.claim.Permission;
import dev.tenantmesh.verifier.reach.Verdict;
import dev.tenantmesh.verifier.reach.client.ClientSide;
import dev.tenantmesh.verifier.reach.client.Sending;
import dev.tenantmesh.verifier.reach.mesh.Enrollment;
import dev.tenantmesh.verifier.trace.Way;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Port;
import dev.tenantmesh.verifier.world.PortRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Clients that come in plaintext now and would not get through any more: connections that the documents permit, that are
 * open without an identity in one set of manifests, and in another one only to whoever shows an identity that the client
 * has not, or does not send.
 */
public final class PlaintextLosses {

    private final Evidence now;
    private final Evidence next;
    private final ClientSide clients;
    private final Map<String, Loss> losses = new LinkedHashMap<>();

    /**
     * A client that would break.
     *
     * @param client who
     * @param server whom it calls
     * @param ports on which ports of that
     * @param because why it would not get through
     * @param permitted what lets it in now
     * @param origin where the client was written; null where no manifest has it
     */
    public record Loss(
            String client,
            String server,
            PortRange ports,
            String because,
            String permitted,
            @Nullable Origin origin) {}

    private PlaintextLosses(Evidence now, Evidence next) {
        this.now = now;
        this.next = next;
        this.clients = next.verifier().clientSide();
    }

    /**
     * The clients of one mesh that would break.
     *
     * @param model what permits connections now
     * @param now the manifests of now
     * @param next the manifests of the next step
     */
    public static List<Loss> between(MeshModel model, Platform platform, Mesh mesh, Evidence now, Evidence next) {
        PlaintextLosses losses = new PlaintextLosses(now, next);
        Incoming.of(new MeshScope(model, platform, mesh)).stream()
                .filter(permission -> permission.manner().plaintext())
                .forEach(losses::of);
        return List.copyOf(losses.losses.values());
    }

    /** The same of whoever is permitted to come to a namespace that takes plaintext from everybody now. */
    static List<Loss> to(MeshScope scope, String namespace, Evidence now, Evidence next) {
        PlaintextLosses losses = new PlaintextLosses(now, next);
        Incoming.of(scope).stream()
                .filter(permission -> permission.to() instanceof Party.Pods pods
                        && pods.namespaces().equals(Set.of(namespace)))
                .forEach(losses::of);
        return List.copyOf(losses.losses.values());
    }

    private void of(Permission permission) {
        List<Endpoint> servers = now.somebody(permission.to());
        for (Endpoint client : now.everybody(permission.from())) {
            for (Endpoint server : servers) {
                if (!server.equals(client)) {
                    permission.ports().forEach(ports -> ask(permission, client, server, ports));
                }
            }
        }
    }

    private void ask(Permission permission, Endpoint client, Endpoint server, PortRange ports) {
        Port port = ports.representative();
        if (isOpen(now.behaved(client, server, port), Way::isPlaintext)) {
            Verdict verdict = next.behaved(client, server, port);
            if (!isOpen(verdict, Way::isPlaintext)) {
                why(client, server, port, verdict)
                        .ifPresent(because -> losses.putIfAbsent(
                                client.id() + " " + server.id() + " " + ports,
                                new Loss(
                                        client.id(),
                                        server.id(),
                                        ports,
                                        because,
                                        permission.because(),
                                        client instanceof Pod pod ? pod.origin() : null)));
            }
        }
    }

    private static boolean isOpen(Verdict verdict, Predicate<Way> kind) {
        return verdict.ways().stream().filter(kind).anyMatch(way -> way.isOpen().isPossible());
    }

    private Optional<String> why(Endpoint client, Endpoint server, Port port, Verdict verdict) {
        if (!(client instanceof Pod pod)) {
            return Optional.of("it is outside the mesh and has no identity");
        }
        Enrollment enrollment = next.proxies().enrollment(pod);
        if (!enrollment.isEnrolled()) {
            return Optional.of("it has no proxy: " + enrollment.because());
        }
        if (!isOpen(verdict, way -> true)) {
            return Optional.of("its identity is not let in");
        }
        return sent(pod, server, port).stream()
                .filter(sending -> sending.kind() != Sending.Kind.ISTIO_MTLS)
                .map(sending -> "its proxy " + sending.kind().title() + ", since " + sending.because())
                .findFirst();
    }

    /** What its proxy sends to each Service by which it may come; nothing is known of Services that no manifest has. */
    private List<Sending> sent(Pod client, Endpoint server, Port port) {
        List<Sending> all = new ArrayList<>();
        if (server instanceof Pod pod) {
            next.verifier()
                    .world()
                    .servicesOf(pod)
                    .forEach(service -> service.ports().stream()
                            .filter(offered -> offered.port().isTcp()
                                    && offered.of(pod).filter(port::equals).isPresent())
                            .forEach(offered -> all.addAll(clients.sends(
                                    client, service, offered.port().number(), pod))));
        }
        return all;
    }
}
