package dev.tenantmesh.model.gateway;

/** The ports that the pods of a gateway listen on: above 1023, so that they need no privilege. */
public final class GatewayPorts {

    /** Where TLS arrives. */
    public static final int HTTPS = 8443;

    /** Where plaintext arrives from a router that ended TLS. */
    public static final int HTTP = 8080;

    private GatewayPorts() {}
}
