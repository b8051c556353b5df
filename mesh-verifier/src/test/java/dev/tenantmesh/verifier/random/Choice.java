package dev.tenantmesh.verifier.random;

import java.util.random.RandomGenerator;

/**
 * What no manifest tells, decided one way: an answer that is certain must hold for every choice, and what holds for one
 * must be possible.
 *
 * @param blocksMatchPods whether the network plugin looks at the addresses of pods
 * @param selectsHosts whether it knows pods on the host network by their labels
 * @param oneNode whether all pods run on one node
 * @param interop whether proxies of pods understand those of nodes
 * @param tunnels whether proxies of pods take tunnels
 */
record Choice(boolean blocksMatchPods, boolean selectsHosts, boolean oneNode, boolean interop, boolean tunnels) {

    static Choice of(RandomGenerator random) {
        return new Choice(
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean());
    }
}
