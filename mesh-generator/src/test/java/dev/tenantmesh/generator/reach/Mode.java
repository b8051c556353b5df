package dev.tenantmesh.generator.reach;

/**
 * What a connection proves of its source.
 *
 * @param identity {@code domain/ns/namespace/sa/account}, empty for none
 */
record Mode(String identity) {

    static final Mode PLAINTEXT = new Mode("");

    static Mode mtls(String trustDomain, String namespace, String account) {
        return new Mode(trustDomain + "/ns/" + namespace + "/sa/" + account);
    }

    boolean isPlaintext() {
        return identity.isEmpty();
    }

    boolean isOfNamespace(String namespace) {
        return identity.contains("/ns/" + namespace + "/sa/");
    }

    boolean isOfTrustDomain(String domain) {
        return identity.startsWith(domain + "/ns/");
    }

    @Override
    public String toString() {
        return isPlaintext() ? "plaintext" : "mTLS as " + identity;
    }
}
