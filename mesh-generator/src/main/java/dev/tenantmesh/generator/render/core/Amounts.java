package dev.tenantmesh.generator.render.core;

import io.fabric8.kubernetes.api.model.Quantity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;

/** Amounts by their keys, as fabric8 writes them. */
final class Amounts {

    private Amounts() {}

    static Map<String, Quantity> of(SortedMap<String, String> amounts) {
        Map<String, Quantity> quantities = new LinkedHashMap<>();
        amounts.forEach((key, amount) -> quantities.put(key, Quantity.parse(amount)));
        return quantities;
    }
}
