package dev.tenantmesh.verifier.policy.route;

/**
 * Which port of a Service a route leads to.
 *
 * @param kind what is named
 * @param number the number, for those that have one; else 0
 * @param name the name; empty for the others
 */
public record TargetPort(Kind kind, int number, String name) {

    /** Every port: none was written. */
    public static final TargetPort ANY = new TargetPort(Kind.ANY, 0, "");

    /** What a port is named by. */
    public enum Kind {
        ANY,
        /** The number of a Service's port. */
        SERVICE_NUMBER,
        /** The name of a Service's port. */
        SERVICE_NAME,
        /** The number of the pods' port. */
        POD_NUMBER
    }

    /** The port of a Service with a number. */
    public static TargetPort ofService(int number) {
        return new TargetPort(Kind.SERVICE_NUMBER, number, "");
    }

    /** The port of a Service with a name. */
    public static TargetPort ofService(String name) {
        return new TargetPort(Kind.SERVICE_NAME, 0, name);
    }

    /** The port of the pods themselves. */
    public static TargetPort ofPods(int number) {
        return new TargetPort(Kind.POD_NUMBER, number, "");
    }
}
