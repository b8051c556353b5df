package dev.tenantmesh.verifier.access;

import dev.tenantmesh.verifier.load.Manifest;
import dev.tenantmesh.verifier.load.Manifests;
import dev.tenantmesh.verifier.load.Mapping;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads Roles and their bindings. A role that is aggregated from others counts as one that nobody knows: whoever writes a
 * label adds to it.
 */
public final class AccessReader {

    private static final String GROUP = "rbac.authorization.k8s.io";

    private final Map<String, Optional<Set<Power>>> roles = new HashMap<>();
    private final List<Grant> grants = new ArrayList<>();
    private final KnownRoles known;

    private AccessReader(KnownRoles known) {
        this.known = known;
    }

    /**
     * Who is given what.
     *
     * @param known the ClusterRoles that are in no manifest; one that a manifest makes itself counts as it is written
     */
    public static Access read(Manifests manifests, KnownRoles known) {
        AccessReader reader = new AccessReader(known);
        for (String kind : List.of("Role", "ClusterRole")) {
            manifests
                    .of(GROUP, kind)
                    .forEach(role -> reader.roles.put(key(kind, role.namespace(), role.name()), powers(role)));
        }
        for (String kind : List.of("RoleBinding", "ClusterRoleBinding")) {
            manifests.of(GROUP, kind).forEach(reader::bind);
        }
        return new Access(reader.grants);
    }

    private static String key(String kind, String namespace, String name) {
        return kind + " " + (kind.equals("Role") ? namespace + "/" : "") + name;
    }

    private static Optional<Set<Power>> powers(Manifest role) {
        if (role.body().get("aggregationRule") != null) {
            return Optional.empty();
        }
        Set<Power> powers = EnumSet.noneOf(Power.class);
        for (Mapping rule : role.body().all("rules")) {
            powers.addAll(Power.of(AccessRule.of(rule)));
        }
        return Optional.of(powers);
    }

    private void bind(Manifest binding) {
        Mapping role = binding.body().at("roleRef");
        String key = key(role.text("kind"), binding.namespace(), role.text("name"));
        Optional<Set<Power>> powers = roles.getOrDefault(
                key, role.text("kind").equals("ClusterRole") ? known.powers(role.text("name")) : Optional.empty());
        for (Mapping subject : binding.body().all("subjects")) {
            Subject.of(subject, binding.namespace())
                    .map(holder -> new Grant(
                            holder,
                            binding.namespace(),
                            key,
                            powers.orElse(EnumSet.allOf(Power.class)),
                            powers.isPresent(),
                            subject.origin()))
                    .ifPresent(grants::add);
        }
    }
}
