package dev.tenantmesh.model.platform;

import dev.tenantmesh.model.ModelRecord;
import dev.tenantmesh.model.Syntax;
import java.util.List;
import java.util.Map;

/**
 * Who scrapes metrics.
 *
 * @param namespaceLabels labels of the scrapers' namespaces
 * @param podLabels labels of the scrapers' pods, to narrow the peer
 * @param ports ports of the proxies that are scraped; absent: 15020, the merged metrics of Istio
 */
@ModelRecord
public record Monitoring(
        @Syntax(Syntax.Of.LABELS) Map<String, String> namespaceLabels,
        @Syntax(Syntax.Of.LABELS) Map<String, String> podLabels,
        @Syntax(Syntax.Of.PORT) List<Integer> ports) {

    public Monitoring {
        ports = List.copyOf(ports);
    }
}
