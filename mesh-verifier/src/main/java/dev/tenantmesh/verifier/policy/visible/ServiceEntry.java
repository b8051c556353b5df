package dev.tenantmesh.verifier.policy.visible;

import dev.tenantmesh.verifier.select.ExportTo;
import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.world.AddressRange;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Hosts that proxies are told of beside those of Services.
 *
 * @param object which object
 * @param hosts their names
 * @param addresses by which proxies know them, where they are written; names of sockets and hosts are left out
 * @param ports each with the port behind it
 * @param external whether they are outside the mesh, so that nobody expects an identity
 * @param resolution how proxies find their addresses
 * @param endpoints the addresses behind them, as written
 * @param pods the pods behind them, where a selector says them
 * @param exportTo where they are known
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/service-entry/">ServiceEntry</a>
 */
public record ServiceEntry(
        MeshObject object,
        List<String> hosts,
        List<AddressRange> addresses,
        SortedMap<Integer, Integer> ports,
        boolean external,
        String resolution,
        List<String> endpoints,
        Optional<LabelSelector> pods,
        ExportTo exportTo) {

    public ServiceEntry {
        hosts = List.copyOf(hosts);
        addresses = List.copyOf(addresses);
        ports = Collections.unmodifiableSortedMap(new TreeMap<>(ports));
        endpoints = List.copyOf(endpoints);
    }
}
