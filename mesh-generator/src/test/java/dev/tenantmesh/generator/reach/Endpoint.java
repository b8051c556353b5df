package dev.tenantmesh.generator.reach;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that opens or takes connections.
 *
 * @param namespace of a pod; of others only a part of the name
 * @param address version 4
 */
record Endpoint(
        Kind kind,
        String namespace,
        String name,
        Map<String, String> labels,
        String account,
        Proxy proxy,
        String address) {

    /** How the network sees it. */
    enum Kind {
        /** A pod with an address of its own. */
        POD,
        /** A process or pod in the network of a node, but not the node of the other pod. */
        HOST_PROCESS,
        /** The node that the other pod runs on: no policy keeps it out. */
        OWN_NODE,
        /** A bare address. */
        ADDRESS
    }

    /** What stands between the network and the application. */
    enum Proxy {
        NONE,
        SIDECAR,
        /** A gateway: serves clients without mesh identity on the ports it listens on, and redirects nothing. */
        GATEWAY
    }

    static Endpoint pod(String namespace, String name, Proxy proxy, String account, Map<String, String> labels) {
        int hash = (namespace + "/" + name).hashCode();
        String address = "10.128." + (hash >>> 8 & 0xff) + "." + (hash & 0xff);
        return new Endpoint(Kind.POD, namespace, name, Map.copyOf(labels), account, proxy, address);
    }

    static Endpoint hostProcess(String namespace, String name, String address, Map<String, String> labels) {
        return new Endpoint(Kind.HOST_PROCESS, namespace, name, Map.copyOf(labels), "default", Proxy.NONE, address);
    }

    static Endpoint ownNode() {
        return new Endpoint(Kind.OWN_NODE, "node", "own", Map.of(), "", Proxy.NONE, "198.51.100.1");
    }

    static Endpoint address(String name, String address) {
        return new Endpoint(Kind.ADDRESS, "address", name, Map.of(), "", Proxy.NONE, address);
    }

    /** The same pod with one label more, under another name. */
    Endpoint labelled(String otherName, String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(labels);
        more.put(key, value);
        return new Endpoint(kind, namespace, otherName, Map.copyOf(more), account, proxy, address);
    }

    boolean isPod() {
        return kind == Kind.POD;
    }

    String id() {
        return namespace + "/" + name;
    }

    @Override
    public String toString() {
        return id();
    }
}
