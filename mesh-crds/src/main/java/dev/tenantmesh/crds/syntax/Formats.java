package dev.tenantmesh.crds.syntax;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The values of the keyword {@code format} of a text. Others than those of the API server are ignored there, and so
 * here.
 *
 * @see <a
 *     href="https://github.com/kubernetes/apiextensions-apiserver/blob/master/pkg/apiserver/validation/formats.go">formats.go</a>
 */
public final class Formats {

    private static final String HEX4 = "[0-9a-fA-F]{4}-?";
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>]{1,256}@[^\\s@<>]{1,256}");
    private static final Pattern HOST_LABEL = Pattern.compile("[a-zA-Z0-9_]([-a-zA-Z0-9_]{0,61}[a-zA-Z0-9_])?");

    /** Those of the API server that are not checked here; a definition that uses one is reported. */
    private static final Set<String> NOT_CHECKED = Set.of("isbn", "isbn10", "isbn13", "creditcard", "quantity");

    private static final Map<String, Predicate<String>> CHECKED = Map.ofEntries(
            Map.entry("bsonobjectid", matches("[0-9a-fA-F]{24}")),
            Map.entry("uri", text -> uri(text).isPresent()),
            Map.entry("email", text -> EMAIL.matcher(text).matches()),
            Map.entry("hostname", Formats::isHostname),
            Map.entry(
                    "ipv4",
                    text -> Ip.parse(text).filter(ip -> ip.family() == 4).isPresent()),
            Map.entry(
                    "ipv6",
                    text -> Ip.parse(text).filter(ip -> ip.family() == 6).isPresent()),
            Map.entry("cidr", text -> Cidr.parse(text).isPresent()),
            Map.entry(
                    "mac",
                    matches("[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5,7}|[0-9a-fA-F]{2}(-[0-9a-fA-F]{2}){5,7}"
                            + "|[0-9a-fA-F]{4}(\\.[0-9a-fA-F]{4}){2,3}")),
            Map.entry("uuid", uuid(HEX4, HEX4)),
            Map.entry("uuid3", uuid("3[0-9a-fA-F]{3}-?", HEX4)),
            Map.entry("uuid4", uuid("4[0-9a-fA-F]{3}-?", "[89abAB][0-9a-fA-F]{3}-?")),
            Map.entry("uuid5", uuid("5[0-9a-fA-F]{3}-?", "[89abAB][0-9a-fA-F]{3}-?")),
            Map.entry("ssn", matches("\\d{3}[- ]?\\d{2}[- ]?\\d{4}")),
            Map.entry("hexcolor", matches("#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")),
            Map.entry("rgbcolor", matches("rgb\\((\\s*\\d{1,3}\\s*,){2}\\s*\\d{1,3}\\s*\\)")),
            Map.entry("byte", text -> base64(text).isPresent()),
            Map.entry("password", text -> true),
            Map.entry("date", text -> date(text).isPresent()),
            Map.entry("datetime", text -> dateTime(text).isPresent()),
            Map.entry("duration", text -> Durations.parse(text).isPresent()),
            Map.entry("k8sshortname", Names::isDnsLabel),
            Map.entry("k8slongname", Names::isDnsSubdomain));

    private Formats() {}

    /** Whether a text has a format; empty if the API server does not know the format. */
    public static Optional<Predicate<String>> of(String format) {
        return Optional.ofNullable(CHECKED.get(normalized(format)));
    }

    /** Whether the API server would check a format that is not checked here. */
    public static boolean isLeftOut(String format) {
        return NOT_CHECKED.contains(normalized(format));
    }

    /** What Go's url.ParseRequestURI takes: an absolute URL or an absolute path. */
    public static Optional<URI> uri(String text) {
        try {
            URI url = URI.create(text);
            return url.isAbsolute() || text.startsWith("/") ? Optional.of(url) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The bytes behind base64. */
    public static Optional<byte[]> base64(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A day, {@code 2026-11-30}. */
    public static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A moment as of RFC 3339, {@code 2026-11-30T10:00:00Z}. */
    public static Optional<Instant> dateTime(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String normalized(String format) {
        return format.replace("-", "");
    }

    private static boolean isHostname(String text) {
        String bare = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        return bare.length() <= 255
                && Pattern.compile("\\.")
                        .splitAsStream(bare)
                        .allMatch(label -> HOST_LABEL.matcher(label).matches());
    }

    private static Predicate<String> matches(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return text -> pattern.matcher(text).matches();
    }

    private static Predicate<String> uuid(String version, String variant) {
        return matches("[0-9a-fA-F]{8}-?" + HEX4 + version + variant + "[0-9a-fA-F]{12}");
    }
}
