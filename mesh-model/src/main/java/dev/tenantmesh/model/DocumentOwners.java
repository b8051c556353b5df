package dev.tenantmesh.model;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.tenant.Tenant;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Tells whose document a place is in. */
final class DocumentOwners {

    /** By the beginning of each document, the tenant it is about; empty for one that is about no tenant. */
    private final TreeMap<Origin, Optional<String>> beginnings = new TreeMap<>();

    DocumentOwners(Documents documents) {
        Stream.concat(documents.platforms().stream(), documents.meshes().stream())
                .forEach(record -> beginnings.put(documents.origins().of(record), Optional.empty()));
        for (Tenant tenant : documents.tenants()) {
            beginnings.put(documents.origins().of(tenant), Optional.of(tenant.name()));
        }
    }

    /** The tenant in whose document a place is; empty where it is in no tenant's. */
    Optional<String> of(Origin place) {
        return place.line() == 0 ? ofModel(place.source()) : ofFile(place);
    }

    private Optional<String> ofFile(Origin place) {
        return Optional.ofNullable(beginnings.floorEntry(place))
                .filter(beginning -> beginning.getKey().source().equals(place.source()))
                .flatMap(beginning -> beginning.getValue());
    }

    /** A model built in Java has paths such as {@code tenant/payments/namespaces/0}. */
    private Optional<String> ofModel(String path) {
        return beginnings.entrySet().stream()
                .filter(beginning -> path.equals(beginning.getKey().source())
                        || path.startsWith(beginning.getKey().source() + "/"))
                .findFirst()
                .flatMap(beginning -> beginning.getValue());
    }
}
