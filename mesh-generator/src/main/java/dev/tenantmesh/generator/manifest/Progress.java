package dev.tenantmesh.generator.manifest;

/** Is told how far a run has come, so that whoever waits can be told. It never changes what comes out. */
@FunctionalInterface
public interface Progress {

    /** Tells nobody. */
    Progress SILENT = (doing, done, of) -> {};

    /**
     * A part of the run begins.
     *
     * @param doing what, as the beginning of a line
     * @param done how many such parts are done
     * @param of how many there are
     */
    void at(String doing, int done, int of);
}
