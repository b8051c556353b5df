package dev.tenantmesh.model.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.MeshModel;
import dev.tenantmesh.model.platform.PeerGrant;
import dev.tenantmesh.model.platform.Platform;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentsTest {

    private final MeshModel model =
            MeshModel.read(Path.of("src", "test", "resources", "cases", "good", "environments-that-extend-a-base"));

    @Test
    void what_is_abstract_is_no_platform() {
        assertThat(model.platforms()).extracting(Platform::name).containsExactly("dev", "prod", "prod-west");
    }

    @Test
    void keys_are_merged_and_values_replaced() {
        Platform west = platform("prod-west");

        assertThat(west.distribution().version()).isEqualTo("1.34");
        assertThat(west.mesh().version()).isEqualTo("1.29");
        assertThat(west.network().podCIDRs()).containsExactly("10.3.0.0/16");
        assertThat(west.network().serviceCIDRs()).containsExactly("172.30.0.0/16");
        assertThat(west.labels()).isEqualTo(Map.of("owner", "platform-team", "stage", "prod"));
    }

    @Test
    void items_are_merged_by_their_names_those_of_the_base_first() {
        assertThat(platform("dev").grants()).extracting(PeerGrant::name).containsExactly("vault");
        assertThat(platform("prod").grants()).extracting(PeerGrant::name).containsExactly("vault", "queue");
        assertThat(platform("prod").grants().get(0).peer().namespace()).isEqualTo("vault");
        assertThat(platform("prod").grants().get(0).ports())
                .isNotEqualTo(platform("dev").grants().get(0).ports());
        assertThat(platform("prod").tenants().get(0).namespaces()).containsExactly("web-*");
        assertThat(platform("prod").tenants().get(0).hosts()).containsExactly("*.shop.example.com");
    }

    @Test
    void every_value_has_the_place_it_was_written_at() {
        Platform dev = platform("dev");

        assertThat(model.origins().of(dev, "mesh").toString()).endsWith("environments.yaml:5:7");
        assertThat(model.origins().of(dev, "distribution").toString()).endsWith("base.yaml:6:15");
        assertThat(model.origins().of(dev.network(), "cni").toString()).endsWith("base.yaml:8:8");
        assertThat(model.origins().of(dev.network(), "podCIDRs").toString()).endsWith("environments.yaml:6:21");
    }

    private Platform platform(String name) {
        return model.platforms().stream()
                .filter(platform -> platform.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
