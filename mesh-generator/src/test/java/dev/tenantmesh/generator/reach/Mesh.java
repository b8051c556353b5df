package dev.tenantmesh.generator.reach;

import dev.tenantmesh.generator.reach.PeerAuthentication.MutualTls;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A control plane, as its installation describes it.
 *
 * @param rootNamespace where policies count for the whole mesh
 * @param mode that the operator itself writes into the root namespace, or UNSET
 * @param defaultServiceExportTo where a Service is known that says nothing of it
 * @param members tells a namespace by its labels
 */
record Mesh(
        String file,
        String name,
        String rootNamespace,
        String trustDomain,
        MutualTls mode,
        List<String> defaultServiceExportTo,
        Predicate<Map<String, String>> members) {

    private static final String NAME = "kubernetes.io/metadata.name";

    static List<Mesh> in(List<Document> documents) {
        return documents.stream()
                .flatMap(document -> {
                    if (document.is("ServiceMeshControlPlane")) {
                        return Stream.of(ofMaistra(document, documents));
                    }
                    if (document.is("Istio")) {
                        Fields spec = document.spec();
                        return Stream.of(
                                ofRevision(document, document.name(), spec.text("namespace"), spec.path("values")));
                    }
                    return document.file().endsWith("/istiod.values.yaml")
                            ? Stream.of(ofChart(document))
                            : Stream.empty();
                })
                .toList();
    }

    boolean has(Map<String, String> namespaceLabels) {
        return members.test(namespaceLabels);
    }

    /** Its members are on the one roll of its namespace. */
    private static Mesh ofMaistra(Document document, List<Document> documents) {
        List<String> members = documents.stream()
                .filter(roll -> roll.is("ServiceMeshMemberRoll"))
                .filter(roll -> roll.namespace().equals(document.namespace()))
                .flatMap(roll -> roll.spec().only("members").texts("members").stream())
                .toList();
        Fields security = document.spec().path("security");
        boolean strict = security.path("dataPlane").flag("mtls").orElse(false);
        return new Mesh(
                document.file(),
                document.name(),
                document.namespace(),
                security.path("trust").optionalText("domain").orElse("cluster.local"),
                strict ? MutualTls.STRICT : MutualTls.PERMISSIVE,
                exports(document.spec().path("techPreview", "meshConfig")),
                labels -> members.contains(labels.getOrDefault(NAME, "")));
    }

    private static Mesh ofChart(Document document) {
        Fields values = document.fields();
        return ofRevision(
                document, values.text("revision"), values.path("global").text("istioNamespace"), values);
    }

    private static List<String> exports(Fields meshConfig) {
        List<String> written = meshConfig.texts("defaultServiceExportTo");
        return written.isEmpty() ? List.of("*") : written;
    }

    /** Its members name its revision, and its selectors find them. */
    private static Mesh ofRevision(Document document, String revision, String namespace, Fields values) {
        Fields config = values.path("meshConfig");
        List<LabelSelector> selectors = config.list("discoverySelectors").stream()
                .map(LabelSelector::read)
                .toList();
        return new Mesh(
                document.file(),
                revision,
                config.optionalText("rootNamespace").orElse(namespace),
                config.optionalText("trustDomain").orElse("cluster.local"),
                MutualTls.UNSET,
                exports(config),
                labels -> revision.equals(labels.get("istio.io/rev"))
                        && !labels.containsKey("istio-injection")
                        && (selectors.isEmpty() || selectors.stream().anyMatch(found -> found.matches(labels))));
    }
}
