package dev.tenantmesh.crds.cel;

import dev.tenantmesh.crds.syntax.Formats;
import dev.tenantmesh.crds.syntax.Names;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A form of text that rules can ask for by name.
 *
 * @param name for example {@code dns1123Label}
 * @param form what it takes
 * @see <a href="https://github.com/kubernetes/apiserver/blob/master/pkg/cel/library/format.go">format.go</a>
 */
record NamedFormat(String name, Predicate<String> form) {

    static final SortedMap<String, NamedFormat> ALL = new TreeMap<>(Map.ofEntries(
            entry("dns1123Label", Names::isDnsLabel),
            entry("dns1123Subdomain", Names::isDnsSubdomain),
            entry("dns1035Label", Names::isOldDnsLabel),
            entry("qualifiedName", Names::isLabelKey),
            entry("dns1123LabelPrefix", prefix(Names::isDnsLabel)),
            entry("dns1123SubdomainPrefix", prefix(Names::isDnsSubdomain)),
            entry("dns1035LabelPrefix", prefix(Names::isOldDnsLabel)),
            entry("labelValue", Names::isLabelValue),
            entry("uri", format("uri")),
            entry("uuid", format("uuid")),
            entry("byte", format("byte")),
            entry("date", format("date")),
            entry("datetime", format("datetime"))));

    /** The form of a name. */
    static Optional<NamedFormat> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** What is wrong with a text; empty if nothing is. */
    Optional<List<String>> validate(String text) {
        return form.test(text) ? Optional.empty() : Optional.of(List.of("is not of the format " + name));
    }

    private static Map.Entry<String, NamedFormat> entry(String name, Predicate<String> form) {
        return Map.entry(name, new NamedFormat(name, form));
    }

    private static Predicate<String> format(String name) {
        return Formats.of(name).orElseThrow();
    }

    /** A prefix may end in a dash, since more follows. */
    private static Predicate<String> prefix(Predicate<String> form) {
        return text ->
                form.test(text.length() > 1 && text.endsWith("-") ? text.substring(0, text.length() - 1) + "a" : text);
    }
}
