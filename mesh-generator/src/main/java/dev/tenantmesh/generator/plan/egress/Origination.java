package dev.tenantmesh.generator.plan.egress;

import dev.tenantmesh.generator.plan.egress.DestinationRulePlan.ClientTls;
import dev.tenantmesh.generator.plan.egress.DestinationRulePlan.Mode;
import dev.tenantmesh.model.tenant.External;
import dev.tenantmesh.model.tenant.ExternalTls;
import java.util.List;

/** TLS that a proxy makes towards a host outside. */
final class Origination {

    private Origination() {}

    static ClientTls of(External external, ExternalTls tls) {
        Mode mode = switch (tls.mode()) {
            case SIMPLE -> Mode.SIMPLE;
            case MUTUAL -> Mode.MUTUAL;
        };
        List<String> names = tls.subjectAltNames().isEmpty() ? List.of(external.host()) : tls.subjectAltNames();
        return new ClientTls(mode, external.host(), tls.credentialName(), names);
    }
}
