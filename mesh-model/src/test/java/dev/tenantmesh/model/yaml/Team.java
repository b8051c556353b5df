package dev.tenantmesh.model.yaml;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record with one component of every kind that a mesh document can hold. */
@Elsewhere(@Elsewhere.Key(name = "budget", instead = "Write it in the plan."))
record Team(
        String name,
        List<Member> members,
        @Nullable Level level,
        Map<String, String> labels,
        Map<Integer, Level> ports,
        @Nullable Integer replicas,
        @Nullable Boolean open,
        @Nullable LocalDate expires,
        List<Port> expose,
        List<String> hosts,
        @JsonProperty("default") @Nullable String fallback) {

    enum Level {
        STRICT,
        PERMISSIVE,
        @JsonProperty("gateways-only")
        GATEWAYS_ONLY
    }

    record Member(String name, int age) {
        Member {
            if (age < 18) {
                throw new IllegalArgumentException("A member is at least 18 years old");
            }
        }
    }

    record Port(String name, int number) {
        @JsonCreator
        static Port of(int number) {
            return new Port("p" + number, number);
        }

        @JsonCreator
        static Port of(String name) {
            if (!name.equals("http")) {
                throw new IllegalArgumentException("Only http has a number of its own.");
            }
            return new Port(name, 80);
        }
    }
}
