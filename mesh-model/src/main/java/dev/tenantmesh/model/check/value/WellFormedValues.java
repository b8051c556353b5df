package dev.tenantmesh.model.check.value;

import dev.tenantmesh.model.Syntax;
import dev.tenantmesh.model.problem.Origin;
import dev.tenantmesh.model.problem.Printable;
import dev.tenantmesh.model.problem.ProblemCode;
import dev.tenantmesh.model.problem.Problems;
import dev.tenantmesh.model.yaml.Origins;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks a record and everything below it, and checks each value against the {@link Syntax} of its component. */
public final class WellFormedValues {

    private static final Set<Syntax.Of> KEYED = EnumSet.of(Syntax.Of.LABELS, Syntax.Of.ANNOTATIONS);

    private final Origins origins;
    private final Problems problems;

    public WellFormedValues(Origins origins, Problems problems) {
        this.origins = origins;
        this.problems = problems;
    }

    /** Checks a record and everything below it. */
    public void check(Record record) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = value(record, component);
            Syntax syntax = component.getAnnotation(Syntax.class);
            String key = component.getName();
            if (value instanceof Record inner) {
                check(inner);
            } else if (value instanceof List<?> items) {
                for (int i = 0; i < items.size(); i++) {
                    checkItem(items.get(i), syntax, origins.of(record, key, i));
                }
            } else if (value instanceof Map<?, ?> entries) {
                entries.forEach((mapKey, mapped) ->
                        checkEntry(mapKey, mapped, syntax, origins.of(record, key, mapKey.toString())));
            } else if (value != null) {
                checkItem(value, syntax, origins.of(record, key));
            }
        }
    }

    private void checkItem(Object value, @Nullable Syntax syntax, Origin origin) {
        if (value instanceof Record inner) {
            check(inner);
        } else if (syntax != null && syntax.value() == Syntax.Of.CERTIFICATES) {
            reportCertificates(SyntaxCheck.of(syntax.value(), value.toString()), origin);
        } else if (syntax != null) {
            report(SyntaxCheck.of(syntax.value(), value.toString()), value.toString(), origin);
        } else if (value instanceof String text) {
            report(SyntaxCheck.text(text), text, origin);
        }
    }

    private void checkEntry(Object key, Object value, @Nullable Syntax syntax, Origin origin) {
        if (syntax != null && KEYED.contains(syntax.value())) {
            report(SyntaxCheck.labelKey(key.toString()), key.toString(), origin);
            report(SyntaxCheck.of(syntax.value(), value.toString()), value.toString(), origin);
        } else if (syntax != null) {
            report(SyntaxCheck.of(syntax.value(), key.toString()), key.toString(), origin);
        }
        if (value instanceof Record inner) {
            check(inner);
        }
    }

    /** Has lines; and what is none may be a key, which must not be repeated. */
    private void reportCertificates(SyntaxCheck.@Nullable Violation violation, Origin origin) {
        if (violation != null) {
            problems.error(violation.code(), origin, "", violation.why(), violation.fix());
        }
    }

    private void report(SyntaxCheck.@Nullable Violation violation, String written, Origin origin) {
        if (violation != null) {
            problems.error(violation.code(), origin, written, violation.why(), violation.fix());
        } else if (!written.codePoints().allMatch(Printable::isVisible)) {
            problems.error(
                    ProblemCode.INVALID_TEXT,
                    origin,
                    written,
                    "The text has characters that do not show.",
                    "Write it with visible characters only.");
        }
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Cannot read " + component, e);
        }
    }
}
