package dev.tenantmesh.verifier.select;

import java.util.List;

/** What is known of a statement. {@code MAYBE} counts against whoever needs it to be certain. */
public enum Truth {
    NO,
    MAYBE,
    YES;

    public static Truth of(boolean certain) {
        return certain ? YES : NO;
    }

    /** True where both are. */
    public Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** True where one is. */
    public Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public Truth not() {
        return switch (this) {
            case NO -> YES;
            case MAYBE -> MAYBE;
            case YES -> NO;
        };
    }

    /** Whether it may be so. */
    public boolean isPossible() {
        return this != NO;
    }

    /** Whether it is certainly so. */
    public boolean isCertain() {
        return this == YES;
    }

    /** What it may turn out to be. */
    public List<Boolean> answers() {
        return switch (this) {
            case NO -> List.of(false);
            case MAYBE -> List.of(true, false);
            case YES -> List.of(true);
        };
    }
}
