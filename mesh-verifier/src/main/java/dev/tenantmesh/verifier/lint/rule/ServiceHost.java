package dev.tenantmesh.verifier.lint.rule;

import dev.tenantmesh.verifier.world.Namespace;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.Service;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Service as routes name it.
 *
 * @param namespace where it stands
 * @param name its name, or a pattern of names
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#Destination">how hosts are read</a>
 */
public record ServiceHost(String namespace, String name) {

    private static final Pattern FULL = Pattern.compile("([^./]+)\\.([^./*]+)\\.svc(\\..+)?");

    /**
     * What a host stands for; empty if it is no Service of the cluster.
     *
     * @param own the namespace of the object that names it, which short names belong to
     */
    public static Optional<ServiceHost> of(String host, String own) {
        if (!host.isEmpty() && !host.contains(".") && !host.contains("*")) {
            return Optional.of(new ServiceHost(own, host));
        }
        Matcher full = FULL.matcher(host);
        return full.matches() ? Optional.of(new ServiceHost(full.group(2), full.group(1))) : Optional.empty();
    }

    /** The Service, where it is declared. */
    public Optional<Service> service(LintContext context) {
        return context.world().services().getOrDefault(namespace, List.of()).stream()
                .filter(service -> service.name().equals(name))
                .findFirst();
    }

    /** The pods behind it; where none is declared, one as its Service or namespace would have it. */
    public List<Pod> pods(LintContext context) {
        Namespace home =
                context.world().namespace(namespace).orElseGet(() -> Namespace.of(namespace, new TreeMap<>(), null));
        Optional<Service> service = service(context);
        List<Pod> declared = context.pods(namespace).stream()
                .filter(pod -> service.map(found -> found.selects(pod)).orElse(false))
                .toList();
        return declared.isEmpty()
                ? Stream.of(context.typical(home))
                        .map(pod -> labelled(pod, service))
                        .toList()
                : declared;
    }

    private static Pod labelled(Pod pod, Optional<Service> service) {
        TreeMap<String, String> labels = new TreeMap<>(pod.labels());
        service.ifPresent(found -> labels.putAll(found.selector()));
        return Pod.possible(pod.namespace(), labels, pod.annotations());
    }
}
