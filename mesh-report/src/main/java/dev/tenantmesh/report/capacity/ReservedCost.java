package dev.tenantmesh.report.capacity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.capacity.Range;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.TenantNamespace;
import dev.tenantmesh.report.capacity.manifest.NamespaceReserved;
import dev.tenantmesh.report.capacity.shown.Block;
import dev.tenantmesh.report.capacity.shown.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What manifests reserve for proxies, beside what the documents say.
 *
 * @param namespaces what is reserved in each
 * @param platform what the documents say
 * @param missing workloads of the documents that are in no manifest
 */
record ReservedCost(List<NamespaceReserved> namespaces, PlatformCapacity platform, List<String> missing) {

    private static final String CPU = NamespaceReserved.KEYS.get(0);
    private static final String MEMORY = NamespaceReserved.KEYS.get(1);
    private static final String CPU_LIMIT = NamespaceReserved.KEYS.get(2);
    private static final String MEMORY_LIMIT = NamespaceReserved.KEYS.get(3);

    /** What is known; empty if no manifest was read. */
    static Optional<ReservedCost> of(PlatformCapacity platform) {
        return platform.reserved().isEmpty() && platform.scopings().isEmpty()
                ? Optional.empty()
                : Optional.of(new ReservedCost(platform.reserved(), platform, platform.inNoManifest()));
    }

    Block block() {
        List<List<String>> rows = new ArrayList<>();
        namespaces.forEach(namespace -> rows.add(row(namespace)));
        return new Block(
                "What manifests reserve",
                List.of(
                        "where",
                        "proxies",
                        "CPU requested",
                        "memory requested",
                        "CPU limit",
                        "memory limit",
                        "by the documents",
                        "quota of requests"),
                rows,
                notes());
    }

    private List<String> row(NamespaceReserved reserved) {
        Usage documents = documents(reserved.namespace());
        return List.of(
                reserved.name(),
                Units.count(reserved.proxies()),
                Units.cores(amount(reserved, CPU)),
                Units.reserved(amount(reserved, MEMORY)),
                Units.cores(amount(reserved, CPU_LIMIT)),
                Units.reserved(amount(reserved, MEMORY_LIMIT)),
                requested(documents),
                String.join(
                        ", ",
                        Stream.of(CPU, MEMORY)
                                .flatMap(key ->
                                        Optional.ofNullable(reserved.quota().get(key)).stream())
                                .toList()));
    }

    private static Range amount(NamespaceReserved reserved, String key) {
        return Objects.requireNonNull(reserved.amounts().get(key));
    }

    /** What the documents say of a namespace. */
    private Usage documents(String namespace) {
        Stream<Usage> sidecars = platform.workloads().stream()
                .filter(cost -> cost.namespace().equals(namespace))
                .map(PlatformCapacity.WorkloadCost::usage);
        Stream<Usage> gateways = platform.gateways().stream()
                .filter(gateway -> gateway.namespace().equals(namespace))
                .map(GatewayCost::usage);
        return Stream.concat(sidecars, gateways).reduce(Usage.NONE, Usage::plus);
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(
                List.of(
                        "Read from manifests: what containers, annotations of pods and LimitRanges say of proxies, and replicas and"
                                + " autoscalers of pods. Control planes and the proxies of nodes are their operators' and charts'."));
        add(notes, "In no manifest, hence not counted here (mesh.manifests names the tenants' own)", missing);
        add(
                notes,
                "Not counted, since no manifest says how many pods there are (no replicas and no autoscaler)",
                all(NamespaceReserved::uncounted));
        add(notes, "Without a limit of CPU or memory, so that limits are higher", all(NamespaceReserved::unlimited));
        return notes;
    }

    private static void add(List<String> notes, String what, List<String> whose) {
        if (!whose.isEmpty()) {
            notes.add(what + ": " + String.join(", ", whose) + ".");
        }
    }

    private List<String> all(Function<NamespaceReserved, List<String>> list) {
        return namespaces.stream()
                .flatMap(namespace -> list.apply(namespace).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Warns of namespaces whose manifests request more than the documents say at most. */
    void check(MeshModel model, Problems problems) {
        Map<String, TenantNamespace> owned = model.tenants().stream()
                .filter(model::renders)
                .flatMap(tenant -> tenant.namespaces().stream())
                .collect(Collectors.toMap(TenantNamespace::name, namespace -> namespace, (one, other) -> one));
        for (NamespaceReserved reserved : namespaces) {
            TenantNamespace namespace = owned.get(reserved.namespace());
            Usage documents = documents(reserved.namespace());
            if (namespace != null
                    && (isMore(amount(reserved, CPU), documents.requestedCpu())
                            || isMore(amount(reserved, MEMORY), documents.requestedMemory()))) {
                problems.warning(
                        ProblemCode.RESERVED_MORE,
                        model.origins().of(namespace, "name"),
                        reserved.name(),
                        "On platform '" + platform.name() + "' proxies request " + requested(reserved)
                                + " by the manifests, and " + requested(documents)
                                + " by the documents. Quotas and budgets count on the documents.",
                        "Bring `replicas` and `sidecar` of its workloads in line with the manifests, and declare workloads"
                                + " that are only in these.");
            }
        }
    }

    private static boolean isMore(Range manifests, Range documents) {
        return manifests.high().compareTo(documents.high()) > 0;
    }

    private static String requested(NamespaceReserved reserved) {
        return Units.cores(amount(reserved, CPU)) + " and " + Units.reserved(amount(reserved, MEMORY));
    }

    private static String requested(Usage usage) {
        return Units.cores(usage.requestedCpu()) + " and " + Units.reserved(usage.requestedMemory());
    }

    void write(ObjectNode root) {
        ObjectNode written = root.putObject("manifests");
        namespaces.forEach(namespace -> {
            ObjectNode one = written.withArray("namespaces").addObject();
            one.put("cluster", namespace.site());
            one.put("namespace", namespace.namespace());
            CapacityJson.range(one, "proxies", namespace.proxies());
            CapacityJson.range(one, "requestedCpu", amount(namespace, CPU));
            CapacityJson.range(one, "requestedMemory", amount(namespace, MEMORY));
            CapacityJson.range(one, "limitCpu", amount(namespace, CPU_LIMIT));
            CapacityJson.range(one, "limitMemory", amount(namespace, MEMORY_LIMIT));
            namespace
                    .quota()
                    .forEach((key, amount) ->
                            one.withArray("quota").addObject().put("of", key).put("amount", amount));
        });
        missing.forEach(written.putArray("inNoManifest")::add);
        all(NamespaceReserved::uncounted).forEach(written.putArray("uncounted")::add);
        all(NamespaceReserved::unlimited).forEach(written.putArray("unlimited")::add);
    }
}
