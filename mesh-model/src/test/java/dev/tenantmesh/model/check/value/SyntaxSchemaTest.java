package dev.tenantmesh.model.check.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantmesh.model.Syntax;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the schema says of a syntax is what the check says of it. */
class SyntaxSchemaTest {

    /** No regular expression can tell host bits. */
    private static final Set<Syntax.Of> WIDER = EnumSet.of(Syntax.Of.CIDR);

    private static final List<String> PARTS = List.of(
            "a",
            "A",
            "0",
            "9",
            "-",
            ".",
            "/",
            "*",
            "*.",
            "_",
            ":",
            " ",
            "a1",
            "65535",
            "65536",
            "10.0.0.0/8",
            "fd00::/8",
            "::/0",
            "1.30",
            "example.com",
            "a".repeat(13),
            "b".repeat(61),
            "c".repeat(63),
            "d.".repeat(100),
            "\n",
            "ä");

    @ParameterizedTest
    @EnumSource
    void a_sample_is_one(Syntax.Of syntax) {
        assertThat(SyntaxCheck.of(syntax, SyntaxSchema.sample(syntax))).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void schema_and_check_accept_the_same(Syntax.Of syntax) {
        Pattern pattern =
                Pattern.compile(SyntaxSchema.text(syntax).get("pattern").textValue());
        texts(syntax).forEach(text -> {
            boolean accepted = SyntaxCheck.of(syntax, text) == null;
            boolean matched = pattern.matcher(text).find() && (isText(syntax) || !text.endsWith("\n"));
            assertThat(matched).as("%s '%s'", syntax, text).isEqualTo(accepted || (matched && WIDER.contains(syntax)));
        });
    }

    @ParameterizedTest
    @EnumSource(names = "LABELS")
    void schema_and_check_accept_the_same_keys(Syntax.Of syntax) {
        Pattern pattern =
                Pattern.compile(SyntaxSchema.key(syntax).get("pattern").textValue());
        texts(syntax)
                .forEach(text -> assertThat(pattern.matcher(text).find() && !text.endsWith("\n"))
                        .as("'%s'", text)
                        .isEqualTo(SyntaxCheck.labelKey(text) == null));
    }

    /** Of any characters; elsewhere Java lets a line end follow the last one. */
    private static boolean isText(Syntax.Of syntax) {
        return syntax == Syntax.Of.ANNOTATIONS;
    }

    /** Seeded, so that every run sees the same. */
    private static Stream<String> texts(Syntax.Of syntax) {
        Random random = new Random(syntax.name().hashCode());
        Supplier<String> part = () -> PARTS.get(random.nextInt(PARTS.size()));
        Stream<String> random4 = Stream.generate(
                        () -> Stream.generate(part).limit(1 + random.nextInt(4)).reduce("", String::concat))
                .limit(20_000);
        return Stream.concat(
                Stream.of("", "kubernetes.io/name", "d.".repeat(125) + "abc", "d.".repeat(125) + "abcd"), random4);
    }
}
