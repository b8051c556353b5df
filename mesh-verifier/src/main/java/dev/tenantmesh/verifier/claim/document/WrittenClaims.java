package dev.tenantmesh.verifier.claim.document;

import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.yaml.Origins;
import dev.tenantmesh.verifier.claim.Claim;
import dev.tenantmesh.verifier.claim.Owners;
import dev.tenantmesh.verifier.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Documents of claims, with the places where they were written.
 *
 * @param documents the documents, in the order in which they were read
 * @param origins the places
 */
public record WrittenClaims(List<ClaimsDocument> documents, Origins origins) {

    public WrittenClaims {
        documents = List.copyOf(documents);
    }

    /** Who owns what, by all documents together; a namespace with two owners is reported. */
    public Owners owners(Problems problems) {
        Map<String, Set<String>> namespaces = new TreeMap<>();
        Map<String, String> taken = new HashMap<>();
        Set<String> writable = new TreeSet<>();
        for (ClaimsDocument document : documents) {
            writable.addAll(document.writable());
            new TreeMap<>(document.owners()).forEach((owner, owned) -> {
                namespaces.computeIfAbsent(owner, absent -> new TreeSet<>()).addAll(owned);
                owned.forEach(namespace -> {
                    String first = taken.putIfAbsent(namespace, owner);
                    if (first != null && !first.equals(owner)) {
                        problems.error(
                                ProblemCode.NAMESPACE_TAKEN,
                                origins.of(document, "owners", owner),
                                namespace,
                                "This namespace belongs to " + first + ", too.",
                                "Name it under one owner.");
                    }
                });
            });
        }
        return new Owners(namespaces, writable);
    }

    /**
     * The claims about some manifests, in the order in which they were read.
     *
     * @param problems takes names that stand twice, and those that refer to nobody
     */
    public List<Claim> claims(World world, Problems problems) {
        Map<String, Set<String>> tenants = new TreeMap<>(owners(problems).namespaces());
        Ends ends = new Ends(tenants, origins, problems);
        Set<String> ids = new HashSet<>();
        List<Claim> claims = new ArrayList<>();
        for (ClaimsDocument document : documents) {
            for (ClaimsDocument.Wanted wanted : document.claims()) {
                Statement statement = new Statement(
                        document.name() + "/" + wanted.name(),
                        origins.of(wanted),
                        world.namespaces().keySet());
                if (!ids.add(statement.id())) {
                    problems.error(
                            ProblemCode.DUPLICATE_NAME,
                            statement.origin(),
                            statement.id(),
                            "Two claims have this name.",
                            "Rename one of them.");
                }
                claims.add(new WantedClaims(ends, statement).of(wanted));
            }
        }
        return List.copyOf(claims);
    }
}
