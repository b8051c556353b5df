package dev.tenantmesh.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantmesh.model.Syntax;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the generation of the schema makes of records, and that it refuses what it does not know. */
class RecordSchemaTest {

    private final RecordSchema schema = new RecordSchema(Path.of("src", "test", "java"));

    /**
     * A door.
     *
     * @param lock how it is locked;
     *     absent: open
     * @param number written as a number, too
     * @param labels what stands on it
     * @param wide whether a piano gets through
     */
    record Door(
            @Nullable Lock lock,
            @JsonProperty("no") @Syntax(Syntax.Of.PORT) int number,
            Map<String, String> labels,
            @Nullable Boolean wide) {

        @JsonCreator
        static Door of(String text) {
            return new Door(null, text.length(), Map.of(), null);
        }
    }

    /** Of doors. */
    enum Lock {
        /** Everybody may pass. */
        @JsonProperty("open")
        OPEN,
        SHUT
    }

    /**
     * A house.
     *
     * @param doors at least one, {@code front}
     */
    record House(List<Door> doors) {}

    /** @param name a component with something new about it */
    record Strange(@Novel String name) {}

    @Retention(RetentionPolicy.RUNTIME)
    @interface Novel {}

    record Unexplained(String name) {}

    /** @param inner itself */
    record Endless(@Nullable Endless inner) {}

    /** @param any nothing a document can hold */
    record Vague(Object any) {}

    @Test
    void says_of_a_record_what_the_binder_accepts() {
        // When
        ObjectNode house = schema.of(House.class);

        // Then
        assertThat(house.get("additionalProperties").booleanValue()).isFalse();
        assertThat(house.has("required")).isFalse();
        assertThat(house.at("/properties/doors/description").textValue()).isEqualTo("At least one, `front`.");
        ObjectNode door = (ObjectNode) house.at("/properties/doors/items/oneOf/1");
        assertThat(door.get("required").toString()).isEqualTo("[\"no\"]");
        assertThat(door.at("/properties/no/maximum").intValue()).isEqualTo(65_535);
        assertThat(door.at("/properties/lock/default").textValue()).isEqualTo("open");
        assertThat(door.at("/properties/lock/enum").toString()).isEqualTo("[\"open\",\"SHUT\"]");
        assertThat(door.at("/properties/lock/description").textValue())
                .isEqualTo("How it is locked; absent: open.\n\nOf doors.\n\n`open`: Everybody may pass.");
        assertThat(door.at("/properties/wide/type").textValue()).isEqualTo("boolean");
        assertThat(house.at("/properties/doors/items/oneOf/0/type").textValue()).isEqualTo("string");
    }

    @Test
    void refuses_an_annotation_it_does_not_know() {
        assertThatThrownBy(() -> schema.of(Strange.class)).hasMessageContaining("does not know @");
    }

    @Test
    void refuses_a_key_that_nobody_explains() {
        assertThatThrownBy(() -> schema.of(Unexplained.class)).hasMessageContaining("write a @param");
    }

    @Test
    void refuses_what_no_document_can_hold() {
        assertThatThrownBy(() -> schema.of(Vague.class)).hasMessageContaining("does not know class java.lang.Object");
        assertThatThrownBy(() -> schema.of(Endless.class)).hasMessageContaining("hold themselves");
    }
}
