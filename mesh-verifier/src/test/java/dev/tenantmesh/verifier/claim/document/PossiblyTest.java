package dev.tenantmesh.verifier.claim.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.verifier.claim.Party;
import dev.tenantmesh.verifier.select.LabelSelector;
import dev.tenantmesh.verifier.world.AddressRange;
import dev.tenantmesh.verifier.world.External;
import dev.tenantmesh.verifier.world.Namespace;
import dev.tenantmesh.verifier.world.Pod;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PossiblyTest {

    private static final LabelSelector WEB = LabelSelector.of(Map.of("app", "web"));

    private static Pod any(Namespace namespace, Map<String, String> labels) {
        return Pod.possible(namespace, labels, Map.of());
    }

    @Test
    void a_namespace_that_nobody_declared_may_have_a_name_that_no_other_has() {
        // Given
        Party shop = new Party.Pods(Set.of("shop"), LabelSelector.EVERYTHING, "shop");
        Pod stranger = any(Namespace.possible(Map.of()), Map.of());

        // Then
        assertThat(new Possibly(shop, Set.of()).includes(stranger)).isTrue();
        assertThat(new Possibly(shop, Set.of("shop")).includes(stranger)).isFalse();
    }

    @Test
    void a_pod_that_nobody_declared_stands_for_those_with_more_labels() {
        // Given
        Namespace shop = Namespace.of("shop", Map.of(), null);
        Party web = new Possibly(new Party.Pods(Set.of("shop"), WEB, "web"), Set.of("shop"));

        // Then
        assertThat(web.includes(any(shop, Map.of("tier", "1")))).isTrue();
        assertThat(web.includes(any(shop, Map.of("app", "till")))).isFalse();
    }

    @Test
    void a_namespace_that_nobody_declared_may_have_labels() {
        // Given
        Party team = new Possibly(
                new Party.Labelled(LabelSelector.of(Map.of("team", "a")), LabelSelector.EVERYTHING, "a"), Set.of());

        // Then
        assertThat(team.includes(any(Namespace.possible(Map.of()), Map.of()))).isTrue();
        assertThat(team.includes(any(Namespace.possible(Map.of("team", "b")), Map.of())))
                .isFalse();
    }

    @Test
    void addresses_that_policies_do_not_tell_apart_stand_for_each_of_them() {
        // Given
        Party some = new Possibly(
                new Party.Addresses(List.of(AddressRange.ofCidr("192.0.2.0/24").orElseThrow())), Set.of());

        // Then
        assertThat(some.includes(new External(AddressRange.all(4)))).isTrue();
        assertThat(some.includes(new External(AddressRange.all(6)))).isFalse();
    }
}
