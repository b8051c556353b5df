package dev.tenantmesh.verifier.assertion;

import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.verifier.claim.Owners;
import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.question.EndpointFinder;
import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.world.Endpoint;
import dev.tenantmesh.verifier.world.External;
import dev.tenantmesh.verifier.world.Pod;
import dev.tenantmesh.verifier.world.World;
import java.util.List;
import java.util.Set;

/** Somebody whom an assertion speaks of. */
public sealed interface Who {

    /**
     * Whom it means.
     *
     * @throws AssertionError if there is nobody of that name
     */
    Party in(World world, Owners owners);

    /** Every pod of a tenant. */
    record Tenant(String name) implements Who {

        @Override
        public Party in(World world, Owners owners) {
            Set<String> namespaces = owners.namespaces().get(name);
            if (namespaces == null) {
                throw new AssertionError("There is no owner '" + name + "'. Say where(owner(\"" + name
                        + "\").owns(...)); known are: " + owners.namespaces().keySet() + ".");
            }
            return new Party.Pods(namespaces, LabelSelector.EVERYTHING, "tenant " + name);
        }
    }

    /** Every pod of a namespace. */
    record OfNamespace(String name) implements Who {

        @Override
        public Party in(World world, Owners owners) {
            return new Party.Pods(Set.of(name), LabelSelector.EVERYTHING, "namespace " + name);
        }
    }

    /** Everybody. */
    record Anyone() implements Who {

        @Override
        public Party in(World world, Owners owners) {
            return Party.ANYONE;
        }
    }

    /** Whom a person means by {@code namespace/workload} and the like. */
    record Written(String text) implements Who {

        @Override
        public Party in(World world, Owners owners) {
            Problems problems = new Problems();
            Endpoint endpoint = new EndpointFinder(world, problems)
                    .find("pod", text)
                    .orElseThrow(() -> new AssertionError(problems.sorted().toString()));
            if (endpoint instanceof Pod pod) {
                Set<String> home = Set.of(pod.namespace().name());
                return new Party.Pods(home, LabelSelector.of(pod.labels()), text);
            }
            return endpoint instanceof External external
                    ? new Party.Addresses(List.of(external.range()))
                    : new Party.Nodes("nodes");
        }
    }
}
