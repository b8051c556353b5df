package dev.tenantmesh.model.problem;

/**
 * The kinds of problem, numbered for good: a retired number stays behind as a comment. 01xx is about the model, 02xx
 * about what a platform can hold, 03xx about files. Each code has a page {@code docs/problems/<id>.md}.
 */
public enum ProblemCode {
    UNREADABLE_FILE("MESH0101", "A file cannot be read as a mesh document"),
    YAML_SYNTAX("MESH0102", "The text is not YAML"),
    UNSAFE_YAML("MESH0103", "The text uses a part of YAML that mesh documents do not allow"),
    DUPLICATE_KEY("MESH0104", "A key stands twice in one mapping"),
    UNKNOWN_KEY("MESH0105", "The key does not exist here"),
    RESERVED_KEY("MESH0106", "The key is reserved and not supported yet"),
    MISSING_KEY("MESH0107", "A required key is missing"),
    WRONG_TYPE("MESH0108", "The value has the wrong type"),
    UNKNOWN_VALUE("MESH0109", "The value is not one of the allowed ones"),
    LIMIT_EXCEEDED("MESH0110", "The input is larger or deeper than allowed"),

    FILE_PLACE_EXISTS("MESH0301", "The output folder cannot be used"),
    ;

    private final String id;
    private final String title;

    ProblemCode(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** {@code MESH} and four digits. */
    public String id() {
        return id;
    }

    /** What all problems of this code have in common, as the heading of its page. */
    public String title() {
        return title;
    }
}
