package dev.tenantmesh.generator.reach;

/** A port of a pod, as policies see it: after the addresses of Services are translated. */
record Port(int number, Protocol protocol) {

    /** What NetworkPolicy tells apart. */
    enum Protocol {
        TCP,
        UDP,
        SCTP
    }

    static Port tcp(int number) {
        return new Port(number, Protocol.TCP);
    }

    static Port udp(int number) {
        return new Port(number, Protocol.UDP);
    }

    boolean isTcp() {
        return protocol == Protocol.TCP;
    }

    @Override
    public String toString() {
        return protocol + " " + number;
    }
}
