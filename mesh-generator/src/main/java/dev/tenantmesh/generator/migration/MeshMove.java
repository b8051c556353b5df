package dev.tenantmesh.generator.migration;

import dev.tenantmesh.generator.MeshGenerator;
import dev.tenantmesh.generator.manifest.ManifestSet;
import dev.tenantmesh.generator.manifest.RenderedObject;
import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.mesh.EgressGateway;
import dev.tenantmesh.model.mesh.Mesh;
import dev.tenantmesh.model.mesh.SharedGateway;
import dev.tenantmesh.model.platform.Platform;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.tenant.TenantNamespace;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The move of a cluster from OpenShift Service Mesh 2.6 to 3: the new control planes beside the old ones in the same
 * namespaces, so that they share a root of trust; then one namespace after the other; then the old ones go. Our own
 * NetworkPolicies, PeerAuthentications and AuthorizationPolicies hold all the time.
 *
 * @see <a href="https://docs.redhat.com/en/documentation/red_hat_openshift_service_mesh/3.0/html/migrating_from_service_mesh_2_to_service_mesh_3/multitenant-migration-guide">Multitenant migration guide</a>
 */
public final class MeshMove {

    /** Keeps the old webhook away from pods of a namespace. */
    private static final String IGNORED = "maistra.io/ignore-namespace";

    private static final Set<String> OLD_GROUPS = Set.of("maistra.io", "k8s.cni.cncf.io");

    private final MeshModel model;
    private final Platform to;
    private final ClusterState old;
    private final ClusterState wanted;
    private final ClusterState now;
    private final List<MoveStep> steps = new ArrayList<>();

    private MeshMove(MeshModel model, Platform from, Platform to) {
        ManifestSet rendered = MeshGenerator.render(model);
        this.model = model;
        this.to = to;
        this.old = new ClusterState(rendered.rendered(from.name()));
        this.now = new ClusterState(rendered.rendered(from.name()));
        this.wanted = new ClusterState(rendered.rendered(to.name()));
    }

    /**
     * The steps from one platform to another; the first one is where the move begins, the last one is the new platform.
     *
     * @param problems gets what is in the way
     * @throws dev.tenantmesh.model.problem.ProblemsException if the two are not what they must be, or cannot be rendered
     */
    public static List<MoveStep> plan(MeshModel model, Platform from, Platform to, Problems problems) {
        MoveCheck.check(model, from, to, problems);
        problems.throwIfErrors();
        MeshMove move = new MeshMove(model, from, to);
        move.begin();
        move.install();
        model.meshes().forEach(mesh -> namespaces(model, mesh).forEach(name -> move.move(mesh, name)));
        move.remove();
        move.tidy();
        return move.steps;
    }

    private void add(String name, String title, List<String> todo) {
        add(name, title, todo, Optional.empty());
    }

    private void add(String name, String title, List<String> todo, Optional<ClusterState> notRestarted) {
        steps.add(new MoveStep(
                number() + name,
                title,
                todo,
                now.manifests(to.name()),
                notRestarted.map(state -> state.manifests(to.name()))));
    }

    private void begin() {
        add(
                "begin",
                "Where the move begins: what OpenShift Service Mesh 2.6 must look like, as it is generated.",
                List.of(
                        "Update the operator of 2.6 to its newest release, and set its updates to Manual.",
                        "Apply what is generated for the old platform: operators make no NetworkPolicies"
                                + " (`manageNetworkPolicy: false`), no gateways, no Routes and no add-ons; gateways are"
                                + " injected, and every NetworkPolicy is ours.",
                        "Install the operator of 3 after that. Documented is the way from 2.6 to Istio 1.24, which operators"
                                + " 3.0 to 3.2 can install: go on from there by minor versions, and read what your operator"
                                + " offers before you choose `version`."));
    }

    private void install() {
        Set<String> homes = homes();
        now.applyAll(wanted, object -> isOfTheMeshes(object, homes) && !isMadeByTheOldOperator(object, homes));
        List<String> todo = new ArrayList<>(List.of(apply("install")));
        model.meshes()
                .forEach(mesh -> todo.add("`oc wait --for=condition=Ready istio/"
                        + mesh.controlPlaneOn(to)
                        + "`, and look for `Load signing key and cert from existing secret` in the"
                        + " log of its istiod: both control planes sign with one root."));
        add("install", "Install the CNI plugin and the control planes of 3 beside those of 2.6.", todo);
    }

    private Set<String> homes() {
        return model.meshes().stream()
                .map(mesh -> mesh.controlPlane().namespace())
                .collect(Collectors.toSet());
    }

    /** What belongs to control planes: theirs, the plugin's, and what is in no namespace. */
    private boolean isOfTheMeshes(HasMetadata object, Set<String> homes) {
        String namespace = ClusterState.namespace(object);
        return homes.contains(namespace) || members().noneMatch(namespace::equals);
    }

    private Stream<String> members() {
        return model.meshes().stream().flatMap(mesh -> namespaces(model, mesh).stream());
    }

    /** The old operator makes one of the same name, and puts its own in place of ours. */
    private static boolean isMadeByTheOldOperator(HasMetadata object, Set<String> homes) {
        return object.getKind().equals("PeerAuthentication")
                && object.getMetadata().getName().equals("default")
                && homes.contains(ClusterState.namespace(object));
    }

    private void move(Mesh mesh, String name) {
        Predicate<HasMetadata> inside = object -> ClusterState.namespace(object).equals(name);
        now.applyAll(wanted, inside);
        now.change(inside, MeshMove::ignored);
        String revision = mesh.controlPlaneOn(to);
        List<String> todo = new ArrayList<>();
        todo.add(apply("move-" + name));
        if (!wanted.has(object -> object.getKind().equals("Namespace") && inside.test(object))) {
            todo.add("`oc label namespace " + name + " istio.io/rev=" + revision + " " + IGNORED
                    + "=true istio-injection- --overwrite`, since somebody else makes the namespace.");
        }
        todo.add("`oc rollout restart deployment,statefulset,daemonset -n " + name
                + "`; pods that nothing restarts, such as" + " those of jobs, are made anew.");
        todo.add("`istioctl proxy-status --istioNamespace "
                + mesh.controlPlane().namespace() + " --revision " + revision + "` lists every pod of " + name + ".");
        add(
                "move-" + name,
                "Move namespace " + name + ": new pods follow " + revision + ".",
                todo,
                Optional.of(notRestarted(inside)));
    }

    /** Pods have the proxy that the labels of their namespace, and their own, asked for when they were made. */
    private ClusterState notRestarted(Predicate<HasMetadata> inside) {
        ClusterState state = now.copy();
        state.applyAll(
                old, object -> (object instanceof Namespace || object instanceof Deployment) && inside.test(object));
        return state;
    }

    private static RenderedObject ignored(RenderedObject rendered) {
        return rendered.object() instanceof Namespace namespace
                ? rendered.with(new NamespaceBuilder(namespace)
                        .editMetadata()
                        .addToLabels(IGNORED, "true")
                        .endMetadata()
                        .build())
                : rendered;
    }

    private void remove() {
        now.keepOnly(wanted);
        now.applyAll(wanted, object -> !(object instanceof Namespace));
        String step = number() + "remove";
        add(
                "remove",
                "Remove the control planes of 2.6, their member rolls and what was made for them.",
                List.of(
                        "`oc get pods -A -l maistra-version` finds no pod that still has a proxy of 2.6.",
                        "`oc delete -k " + step + "/" + to.name() + "-delete`",
                        "`oc apply -k " + step + "/" + to.name()
                                + "`, right after it: the old operator takes the PeerAuthentication of each mesh with it;"
                                + " namespaces have their own."));
    }

    private void tidy() {
        now.applyAll(wanted, object -> true);
        List<String> todo = new ArrayList<>(List.of(apply("tidy")));
        if (old.has(MeshMove::isOld)) {
            todo.add("Remove the operator of 2.6, and the CustomResourceDefinitions of maistra.io.");
        }
        todo.add(
                "Remove the Platform of 2.6 from the documents, and `controlPlanes` never: namespaces follow that name.");
        add("tidy", "Nothing of 2.6 is left: this is what is generated for the new platform.", todo);
    }

    private static boolean isOld(HasMetadata object) {
        return OLD_GROUPS.stream().anyMatch(group -> object.getApiVersion().startsWith(group + "/"));
    }

    private String apply(String name) {
        return "`oc apply -k " + number() + name + "/" + to.name() + "`";
    }

    private String number() {
        return String.format(Locale.ROOT, "%02d-", steps.size());
    }

    /** Every namespace that follows a mesh, sorted. */
    private static Set<String> namespaces(MeshModel model, Mesh mesh) {
        return Stream.of(
                        model.tenantsOf(mesh).stream()
                                .flatMap(tenant -> tenant.namespaces().stream())
                                .map(TenantNamespace::name),
                        mesh.gateways().stream().map(SharedGateway::namespace),
                        mesh.egressGateways().stream().map(EgressGateway::namespace))
                .flatMap(names -> names)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
