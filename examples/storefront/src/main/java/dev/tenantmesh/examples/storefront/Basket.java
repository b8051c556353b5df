package dev.tenantmesh.examples.storefront;

import java.util.List;

/**
 * What a customer is about to buy.
 *
 * @param items in the order in which they were put in
 */
public record Basket(List<Item> items) {

    public Basket {
        items = List.copyOf(items);
    }

    /**
     * Some pieces of one article.
     *
     * @param article its number
     * @param pieces how many
     * @param cents the price of one
     */
    public record Item(String article, int pieces, long cents) {}

    /** The price of everything, in cents. */
    public long cents() {
        return items.stream()
                .mapToLong(item -> Math.multiplyExact(item.cents(), item.pieces()))
                .reduce(0, Math::addExact);
    }
}
