package dev.tenantmesh.examples.storefront;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenantmesh.examples.storefront.Basket.Item;
import java.util.List;
import org.junit.jupiter.api.Test;

class BasketTest {

    @Test
    void costs_what_its_items_cost() {
        Basket basket = new Basket(List.of(new Item("a-1", 2, 250), new Item("b-7", 1, 1_999)));

        assertEquals(2_499, basket.cents());
    }

    @Test
    void costs_nothing_when_it_is_empty() {
        assertEquals(0, new Basket(List.of()).cents());
    }
}
