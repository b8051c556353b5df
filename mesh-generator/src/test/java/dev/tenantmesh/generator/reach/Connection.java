package dev.tenantmesh.generator.reach;

/** An attempt to reach a port. */
record Connection(Endpoint source, Endpoint destination, Port port, Mode mode) {

    @Override
    public String toString() {
        return source + " -> " + destination + ", " + port + ", " + mode;
    }
}
