package dev.tenantmesh.generator.manifest;

import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the names that become folders and files, on every file system a repository is checked out to. */
final class SafeName {

    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_SEGMENT = 200;
    private static final int LONGEST_PATH = 230;

    private static final String PART = "[a-z0-9]([a-z0-9-]*[a-z0-9])?";
    private static final Pattern LABEL = Pattern.compile(PART);
    private static final Pattern SUBDOMAIN = Pattern.compile(PART + "(\\." + PART + ")*");
    private static final Pattern KIND = Pattern.compile("[A-Z][A-Za-z0-9]*");
    private static final Pattern VALUES_FILE = Pattern.compile("(?!kustomization\\.)[a-z0-9]+([._-][a-z0-9]+)*\\.yaml");

    /** Names that Windows keeps for devices, whatever their extension. */
    private static final Pattern DEVICE = Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    private static final String YAML = ".yaml";

    private static final String FIX = "Use lower-case letters, digits and '-', as Kubernetes does.";

    private final Origin origin;
    private final Problems problems = new Problems();

    SafeName(String entry) {
        this.origin = Origin.ofModel(entry);
    }

    Problems problems() {
        return problems;
    }

    /** A DNS label (RFC 1123). */
    String label(String what, @Nullable String name) {
        return matching(LABEL, LONGEST_LABEL, what, name);
    }

    /** A DNS subdomain (RFC 1123), not longer than a file's name may be. */
    String subdomain(String what, @Nullable String name) {
        return matching(SUBDOMAIN, LONGEST_SEGMENT, what, name);
    }

    String kind(@Nullable String kind) {
        return matching(KIND, LONGEST_LABEL, "kind", kind);
    }

    /** The API group of an {@code apiVersion}; empty for the core group. */
    String group(@Nullable String apiVersion) {
        String[] parts = Objects.requireNonNullElse(apiVersion, "").split("/", 2);
        label("apiVersion", parts[parts.length - 1]);
        return parts.length == 1 ? "" : subdomain("apiVersion", parts[0]);
    }

    /** A file of values: not one that kustomize reads. */
    void valuesFile(String name) {
        matching(VALUES_FILE, LONGEST_SEGMENT, "file name", name);
    }

    /** A file of a component, its kustomization included. */
    void partFile(String name) {
        if (name.endsWith(YAML)) {
            subdomain("file name", name.substring(0, name.length() - YAML.length()));
        } else {
            refuse("file name", name, "It does not end in " + YAML + ".");
        }
    }

    /** A path that is short enough and names no device. */
    void portable(String path) {
        if (path.length() > LONGEST_PATH) {
            refuse("path", path, "It is longer than the " + LONGEST_PATH + " characters every system allows.");
        }
        for (String segment : path.toLowerCase(Locale.ROOT).split("/", -1)) {
            if (DEVICE.matcher(segment).matches()) {
                refuse("path", path, "'" + segment + "' is a device on Windows.");
            }
        }
    }

    void refuse(String what, String written, String why) {
        problems.error(ProblemCode.UNSAFE_MANIFEST_NAME, origin, what + ": " + written, why, FIX);
    }

    private String matching(Pattern pattern, int longest, String what, @Nullable String name) {
        if (name == null || name.isEmpty()) {
            refuse(what, "", "It is missing.");
        } else if (name.length() > longest || !pattern.matcher(name).matches()) {
            refuse(what, name, "It cannot become a part of a file's path.");
        }
        return Objects.requireNonNullElse(name, "");
    }
}
