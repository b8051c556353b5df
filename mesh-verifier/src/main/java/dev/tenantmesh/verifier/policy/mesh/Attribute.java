package dev.tenantmesh.verifier.policy.mesh;

/** What an AuthorizationPolicy can ask about, with its spellings. */
public enum Attribute {
    PRINCIPAL("principals", "source.principal", true),
    NAMESPACE("namespaces", "source.namespace", true),
    SERVICE_ACCOUNT("serviceAccounts", "source.serviceAccount", true),
    TRUST_DOMAIN("trustDomains", "source.trustDomain", true),
    SOURCE_ADDRESS("ipBlocks", "source.ip", true),
    PORT("ports", "destination.port", true),
    DESTINATION_ADDRESS("", "destination.ip", true),
    SERVER_NAME("", "connection.sni", true),
    /** Anything that only an HTTP request has. */
    REQUEST("", "", false);

    private final String field;
    private final String key;
    private final boolean connection;

    Attribute(String field, String key, boolean connection) {
        this.field = field;
        this.key = key;
        this.connection = connection;
    }

    /** Its field in a source or an operation; empty if it has none. */
    public String field() {
        return field;
    }

    /** Its key in a condition. */
    public String key() {
        return key;
    }

    /** Whether a TCP connection has it. */
    public boolean isOfConnection() {
        return connection;
    }

    /** Whether only a peer with an identity has it. */
    public boolean isOfIdentity() {
        return this == PRINCIPAL || this == NAMESPACE || this == SERVICE_ACCOUNT || this == TRUST_DOMAIN;
    }
}
