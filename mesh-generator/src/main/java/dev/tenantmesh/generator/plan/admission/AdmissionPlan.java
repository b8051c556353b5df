package dev.tenantmesh.generator.plan.admission;

import dev.tenantmesh.generator.plan.Heading;
import java.util.List;

/**
 * One ValidatingAdmissionPolicy with its binding.
 *
 * @param heading name and reason of both
 * @param resources which objects it is about
 * @param conditions who is asked at all; all must hold
 * @param variables what expressions name, in their order
 * @param checks what must hold, or the object is refused
 * @param namespaces where it holds, sorted; empty: everywhere
 * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/">Validating Admission
 *     Policy</a>
 */
public record AdmissionPlan(
        Heading heading,
        List<Resources> resources,
        List<Expression> conditions,
        List<Expression> variables,
        List<Check> checks,
        List<String> namespaces) {

    public AdmissionPlan {
        resources = List.copyOf(resources);
        conditions = List.copyOf(conditions);
        variables = List.copyOf(variables);
        checks = List.copyOf(checks);
        namespaces = List.copyOf(namespaces);
    }

    /**
     * Kinds of one group.
     *
     * @param group the group; empty for the core
     * @param names in the plural, with subresources after a slash
     * @param operations which requests
     */
    public record Resources(String group, List<String> names, List<String> operations) {

        static Resources written(String group, String... names) {
            return new Resources(group, List.of(names), List.of("CREATE", "UPDATE"));
        }
    }

    /** An expression in CEL with a name. */
    public record Expression(String name, String expression) {}

    /**
     * What must hold.
     *
     * @param expression in CEL
     * @param message what is said where it does not: what to do instead
     */
    public record Check(String expression, String message) {}
}
