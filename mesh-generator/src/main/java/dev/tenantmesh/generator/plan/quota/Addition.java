package dev.tenantmesh.generator.plan.quota;

import dev.tenantmesh.model.Quantity;
import dev.tenantmesh.model.capacity.Amount;
import dev.tenantmesh.model.capacity.ProxySize;
import java.math.BigDecimal;
import java.util.SortedMap;

/**
 * Proxies that a quota has to have room for beside what a tenant may use itself.
 *
 * @param whose what they are, such as {@code sidecars of storefront}
 * @param steady how many there are at most
 * @param surge how many more while old ones are replaced by new ones
 * @param size what each of them reserves
 */
record Addition(String whose, int steady, int surge, ProxySize size) {

    /** Adds their requests and limits to those keys that are bounded. */
    void addTo(SortedMap<String, BigDecimal> hard) {
        int all = steady + surge;
        add(hard, "requests", size.requests().times(all));
        add(hard, "limits", size.limits().times(all));
    }

    private static void add(SortedMap<String, BigDecimal> hard, String kind, Amount amount) {
        hard.computeIfPresent(kind + ".cpu", (key, own) -> own.add(amount.cpu()));
        hard.computeIfPresent(kind + ".memory", (key, own) -> own.add(amount.memory()));
    }

    /** One line for people. */
    String line() {
        return steady + (surge == 0 ? "" : " and for a while " + surge + " more") + " " + whose + ", each "
                + text(size.requests()) + " requested and " + text(size.limits()) + " at most";
    }

    private static String text(Amount amount) {
        return Quantity.cpuText(amount.cpu()) + " CPU and " + Quantity.memoryText(amount.memory());
    }
}
