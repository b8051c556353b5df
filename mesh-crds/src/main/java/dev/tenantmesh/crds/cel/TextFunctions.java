package dev.tenantmesh.crds.cel;

import static dev.tenantmesh.crds.cel.Functions.FORMAT;
import static dev.tenantmesh.crds.cel.Functions.STRING;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import java.util.ArrayList;
import java.util.List;

/**
 * Functions about texts.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-regex-library">Regex library</a>
 * @see <a href="https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-format-library">Format library</a>
 */
final class TextFunctions {

    private static final CelType TEXTS = ListType.create(SimpleType.STRING);

    private TextFunctions() {}

    static void addTo(Functions functions) {
        functions
                .member("find", SimpleType.STRING, STRING, STRING, TextFunctions::find)
                .member("findAll", TEXTS, STRING, STRING, TextFunctions::findAll)
                .member("validate", OptionalType.create(TEXTS), FORMAT, STRING, NamedFormat::validate)
                .global("format.named", OptionalType.create(FORMAT.type()), STRING, name -> NamedFormat.named(name));
        NamedFormat.ALL
                .keySet()
                .forEach(name -> functions.constant(
                        "format." + name, FORMAT.type(), arguments -> Functions.of(NamedFormat.named(name), name)));
    }

    private static String find(String text, String regex) {
        Matcher matcher = Pattern.compile(regex).matcher(text);
        return matcher.find() ? matcher.group() : "";
    }

    private static List<String> findAll(String text, String regex) {
        List<String> all = new ArrayList<>();
        Matcher matcher = Pattern.compile(regex).matcher(text);
        while (matcher.find()) {
            all.add(matcher.group());
        }
        return all;
    }
}
