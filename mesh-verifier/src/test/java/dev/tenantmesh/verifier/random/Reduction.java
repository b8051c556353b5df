package dev.tenantmesh.verifier.random;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Takes objects out of a cluster as long as what is wrong with it stays. */
final class Reduction {

    private Reduction() {}

    static Cluster of(Cluster cluster, Predicate<Cluster> wrong) {
        Cluster smallest = cluster;
        boolean goesOn = true;
        while (goesOn) {
            goesOn = false;
            for (Cluster smaller : oneLess(smallest)) {
                if (wrong.test(smaller)) {
                    smallest = smaller;
                    goesOn = true;
                    break;
                }
            }
        }
        return smallest;
    }

    private static List<Cluster> oneLess(Cluster from) {
        List<Cluster> all = new ArrayList<>();
        all.addAll(without(
                from.policies(),
                left -> new Cluster(
                        from.spaces(), from.members(), left, from.admins(), from.authentications(), from.accesses())));
        all.addAll(without(
                from.admins(),
                left -> new Cluster(
                        from.spaces(),
                        from.members(),
                        from.policies(),
                        left,
                        from.authentications(),
                        from.accesses())));
        all.addAll(without(
                from.authentications(),
                left -> new Cluster(
                        from.spaces(), from.members(), from.policies(), from.admins(), left, from.accesses())));
        all.addAll(without(
                from.accesses(),
                left -> new Cluster(
                        from.spaces(), from.members(), from.policies(), from.admins(), from.authentications(), left)));
        all.addAll(without(
                from.members(),
                left -> new Cluster(
                        from.spaces(), left, from.policies(), from.admins(), from.authentications(), from.accesses())));
        return all;
    }

    private static <T> List<Cluster> without(List<T> all, Function<List<T>, Cluster> cluster) {
        List<Cluster> smaller = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            List<T> left = new ArrayList<>(all);
            left.remove(i);
            smaller.add(cluster.apply(left));
        }
        return smaller;
    }
}
