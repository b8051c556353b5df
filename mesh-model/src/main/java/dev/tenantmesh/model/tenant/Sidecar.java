package dev.tenantmesh.model.tenant;

import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;

/**
 * The proxy beside the pods of a workload.
 *
 * @param resources what it asks for and may use; an injector that is told one of the four amounts forgets its defaults
 *     for the others, so all four are said
 * @see <a href="https://istio.io/latest/docs/reference/config/annotations/">resource annotations</a>
 */
@ModelRecord
public record Sidecar(Resources resources) {

    /**
     * Requests and limits of the proxy's container.
     *
     * @param requests what the scheduler keeps for it
     * @param limits what it may use, not below the requests
     */
    @ModelRecord
    public record Resources(Amounts requests, Amounts limits) {}

    /**
     * Amounts of both resources.
     *
     * @param cpu cores, such as {@code 2} or {@code 0.5}, or thousandths of one, such as {@code 100m}
     * @param memory a whole number of bytes with a unit, such as {@code 128Mi}
     */
    @ModelRecord
    public record Amounts(
            @Syntax(Syntax.Of.CPU) String cpu,
            @Syntax(Syntax.Of.MEMORY) String memory) {}
}
