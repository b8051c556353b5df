package dev.tenantmesh.verifier.lint.enrollment;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.lint.rule.LintContext;
import dev.tenantmesh.verifier.lint.rule.LintRule;
import dev.tenantmesh.verifier.lint.rule.Workload;
import dev.tenantmesh.verifier.load.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Networks that a pod asks for beside the cluster's: NetworkPolicies do not see them, and one that is not there keeps the
 * pod from starting. The plugin of the mesh is asked for in the same way and adds no interface.
 *
 * @see <a href="https://github.com/k8snetworkplumbingwg/multus-cni/blob/master/docs/how-to-use.md">Multus</a>
 */
public final class SecondNetworks implements LintRule {

    private static final String ANNOTATION = "k8s.v1.cni.cncf.io/networks";
    private static final Pattern NAME = Pattern.compile("\"name\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern NAMESPACE = Pattern.compile("\"namespace\"\\s*:\\s*\"([^\"]+)\"");

    /**
     * A NetworkAttachmentDefinition.
     *
     * @param namespace where it stands
     * @param name its name
     */
    private record Attachment(String namespace, String name) {

        boolean isOfMesh() {
            return name.endsWith("istio-cni");
        }
    }

    @Override
    public void check(LintContext context, Problems problems) {
        List<Attachment> known = context.manifests()
                .of("k8s.cni.cncf.io", "NetworkAttachmentDefinition")
                .map((Manifest definition) -> new Attachment(definition.namespace(), definition.name()))
                .toList();
        for (Workload workload : context.workloads()) {
            String written = workload.pod().annotations().getOrDefault(ANNOTATION, "");
            for (Attachment attachment :
                    attachments(written, workload.pod().namespace().name())) {
                check(attachment, workload.originOfAnnotation(ANNOTATION), known, problems);
            }
        }
    }

    private static void check(Attachment attachment, Origin origin, List<Attachment> known, Problems problems) {
        String value = attachment.namespace() + "/" + attachment.name();
        if (!attachment.isOfMesh()) {
            problems.warning(
                    ProblemCode.SECOND_NETWORK,
                    origin,
                    value,
                    "NetworkPolicies and proxies see only the cluster's network; whoever is on this one reaches every port of"
                            + " the pod.",
                    "Remove it, or close it by a MultiNetworkPolicy and accept the finding.");
        }
        if (!known.contains(attachment) && !(attachment.isOfMesh() && known.isEmpty())) {
            problems.warning(
                    ProblemCode.SECOND_NETWORK,
                    origin,
                    value,
                    "There is no NetworkAttachmentDefinition of this name, without which the pod does not start.",
                    "Correct the name, or add the definition.");
        }
    }

    /** The names in either form: a list with commas, or JSON. */
    private static List<Attachment> attachments(String written, String namespace) {
        List<Attachment> all = new ArrayList<>();
        boolean json = written.strip().startsWith("[");
        for (String one : written.split(json ? "}" : ",", -1)) {
            String item = one.strip();
            if (json) {
                Matcher name = NAME.matcher(item);
                Matcher home = NAMESPACE.matcher(item);
                String in = home.find() ? home.group(1) : namespace;
                if (name.find()) {
                    all.add(new Attachment(in, name.group(1)));
                }
            } else if (!item.isEmpty()) {
                String name = item.replaceFirst("@.*", "");
                int slash = name.indexOf('/');
                all.add(new Attachment(slash < 0 ? namespace : name.substring(0, slash), name.substring(slash + 1)));
            }
        }
        return all;
    }
}
