package dev.tenantmesh.crds.cel;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The place that a rule names with {@code fieldPath}, such as {@code .spec['a.b'].c}. */
final class FieldPath {

    private static final Pattern STEP = Pattern.compile("\\.([^.\\[\\]']+)|\\['((?:[^'\\\\]|\\\\.)*)'\\]");

    private FieldPath() {}

    /** The place below that of the rule; the rule's own if nothing was written. */
    static JsonPointer of(String text) {
        JsonPointer at = JsonPointer.empty();
        Matcher step = STEP.matcher(text);
        while (step.find()) {
            String quoted = step.group(2);
            at = at.appendProperty(quoted == null ? step.group(1) : quoted.replaceAll("\\\\(.)", "$1"));
        }
        return at;
    }
}
