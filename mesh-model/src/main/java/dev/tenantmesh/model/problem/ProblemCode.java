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
    INVALID_VALUE("MESH0111", "The value breaks a rule of its own"),
    INVISIBLE_CHARACTER("MESH0112", "The text holds a character nobody can see"),

    INVALID_NAME("MESH0120", "A name is not one that Kubernetes accepts"),
    INVALID_HOST("MESH0121", "A host name cannot be used"),
    INVALID_CIDR("MESH0122", "An address range is not a canonical CIDR"),
    INVALID_PORT("MESH0123", "A port is outside 1 to 65535"),
    INVALID_LABEL("MESH0124", "A label is not one that Kubernetes accepts"),
    INVALID_TEXT("MESH0125", "A text is empty or has characters that do not show"),
    EMPTY_SELECTOR("MESH0126", "A selector or peer is empty and would match everything"),

    DUPLICATE_NAME("MESH0130", "A name is used twice"),
    NAMESPACE_TAKEN("MESH0131", "A namespace has more than one owner"),
    NAMESPACE_NOT_GRANTED("MESH0132", "A namespace is outside the tenant's grant"),
    NAMESPACE_PROTECTED("MESH0133", "A namespace belongs to the platform"),
    HOST_TAKEN("MESH0134", "A host has more than one owner"),
    HOST_NOT_GRANTED("MESH0135", "A host is outside the tenant's grant"),
    UNKNOWN_REFERENCE("MESH0136", "A name refers to nothing"),
    AMBIGUOUS_REFERENCE("MESH0137", "A name refers to more than one thing"),
    MISPLACED_DOCUMENT("MESH0138", "A document stands in a file it does not belong to"),
    INNER_CALL("MESH0139", "A call stays inside its tenant"),

    LOOSENED("MESH0140", "A lower level loosens what a higher one set"),
    EXEMPTION_UNUSED("MESH0141", "An exemption exempts nothing"),
    EXEMPTION_EXPIRED("MESH0142", "An exemption has expired"),
    EXPIRY_NOT_CHECKED("MESH0143", "The expiry of exemptions was not checked"),
    EXEMPTION_INVALID("MESH0144", "An exemption cannot be understood"),
    SELECTOR_OVERLAP("MESH0145", "A pod could belong to two workloads"),
    PORT_NOT_DECLARED("MESH0146", "An exception names a port that the workload does not have"),
    PLAINTEXT_CLIENT("MESH0147", "A plaintext client and the mutual TLS mode contradict each other"),
    PROXY_PORT("MESH0148", "A port belongs to the proxy"),
    SHARED_IDENTITY("MESH0149", "Two workloads share one identity"),
    ROUTER_DENIED("MESH0150", "A gateway waits for a router that is denied"),
    ROUTER_NEEDS_PLAINTEXT("MESH0151", "The router cannot speak to a port that demands mutual TLS"),
    OPEN_NAMESPACE("MESH0152", "A namespace declares no workloads"),
    UNREACHABLE_ROUTE("MESH0153", "A route is never reached"),
    INVALID_GRANT("MESH0154", "A grant does not say who may reach what"),
    GRANT_OVERLAPS_CLUSTER("MESH0155", "A grant's addresses are addresses of the cluster"),
    GRANT_NEEDS_PLAINTEXT("MESH0156", "A peer outside the mesh cannot speak to a port that demands mutual TLS"),
    CROSS_MESH("MESH0157", "An edge leads into another mesh"),
    MESHES_MIXED("MESH0158", "Two meshes share what must be their own"),
    INVALID_TLS("MESH0159", "A gateway's TLS settings contradict each other"),
    OWNER_IS_EVERYBODY("MESH0160", "An owner is everybody"),
    NOTHING_TO_RENDER("MESH0161", "The model has nothing to render or nowhere to render it for"),
    GATEWAY_SIZE("MESH0162", "A gateway is larger than it may be, or smaller than it can be"),
    AUTHENTICATES_NOBODY("MESH0163", "A gateway asks for a certificate and does without one"),
    INVALID_EXPOSURE("MESH0164", "A gateway's exposure contradicts itself"),
    GATEWAY_PROVISION("MESH0165", "A key does not fit who makes the gateway"),
    CREDENTIALS_SHARED("MESH0166", "A gateway can read the Secrets of workloads"),
    NOT_ALLOWED_HERE("MESH0167", "A shared gateway does not serve this for the tenant"),
    ROUTES_DELEGATED("MESH0168", "A tenant keeps routes of a shared gateway itself"),
    GATEWAY_UNUSED("MESH0169", "A shared gateway serves nobody"),
    INVALID_QUANTITY("MESH0170", "An amount of CPU or memory cannot be used"),
    LIMIT_BELOW_REQUEST("MESH0171", "A proxy may use less than it asks for"),

    EXTERNAL_NOT_GRANTED("MESH0174", "An external is outside the tenant's grant"),
    EXTERNAL_OVERLAPS_CLUSTER("MESH0175", "An external's addresses are not outside the cluster"),
    WIDE_EXTERNAL("MESH0176", "An external's addresses are a wide range"),
    INVALID_EXTERNAL("MESH0177", "An external does not say who may reach what"),
    EGRESS_GATEWAY_NOT_USABLE("MESH0178", "An external does not go through an egress gateway that it may use"),
    LISTENER_CONFLICT("MESH0179", "A port outside is also a port of a Service in the mesh"),
    EXPORT_OUTDATED("MESH0180", "The Export of a tenant is not what its own document says"),
    LABEL_RESERVED("MESH0185", "A label or annotation belongs to somebody else"),
    LABEL_CHANGED("MESH0186", "A lower level changes a label or annotation"),
    MANIFEST_PATH("MESH0187", "A path of raw manifests cannot be followed"),
    MANIFEST_MALFORMED("MESH0188", "A raw manifest is not an object that can be taken in"),
    MANIFEST_NOT_ALLOWED("MESH0189", "A raw manifest may not stand here"),

    UNSUPPORTED_PLATFORM("MESH0201", "The platform is not supported"),
    END_OF_LIFE("MESH0202", "The platform is past its end of life"),
    UNSUPPORTED_OPTION("MESH0203", "The platform cannot do what the model asks for"),
    MISSING_FACT("MESH0204", "A fact about the cluster is needed to write the policies"),
    RELIES_ON("MESH0205", "Isolation rests on something that somebody else makes"),
    NOT_DELEGATED("MESH0206", "The platform cannot delegate a control plane"),
    UNMATCHED_CALL("MESH0210", "A call has no consent on the other side"),
    UNMATCHED_CONSENT("MESH0211", "A consent has no call on the other side"),
    REDUNDANT_CONSENT("MESH0212", "A consent allows what is open already"),
    SERVICE_EXPORT("MESH0225", "A Service has to be exported to its clients"),
    VISIBILITY_RELIES_ON("MESH0226", "What proxies are told rests on settings that somebody else makes"),
    MANIFEST_NOT_DERIVED("MESH0235", "A raw manifest can open what the model closes"),
    MANIFEST_TAKEN("MESH0236", "A raw manifest and a generated object are the same"),

    OUTPUT_FOLDER_REFUSED("MESH0301", "The output folder cannot be used"),
    SYMBOLIC_LINK("MESH0302", "A path in the output folder leads through a symbolic link"),
    OUTPUT_BUSY("MESH0303", "Another build is writing to the output folder"),
    UNSAFE_MANIFEST_NAME("MESH0304", "A manifest cannot be given a safe file name"),
    MANIFEST_COLLISION("MESH0305", "Two manifests share one file or one identity"),
    OPEN_RULE("MESH0306", "A rule names no peer and so admits everybody"),
    NOT_READ_BACK("MESH0307", "A manifest does not read back as what was meant"),
    EDITED_FILE("MESH0308", "A generated file was edited by hand"),
    FOREIGN_FILE("MESH0309", "Something that was not generated stands in the way"),
    CORRUPT_INDEX("MESH0310", "An index of generated files cannot be read"),
    WRITE_FAILED("MESH0311", "The output folder cannot be read or written"),
    SETTING_MISSING("MESH0312", "A setting that the run needs was not given"),
    SETTING_INVALID("MESH0313", "A setting cannot be understood"),
    CHECK_OF_OWN_OUTPUT("MESH0314", "A build checks the folder that it generates itself"),
    DRIFT("MESH0315", "The output folder is not what the model says"),
    UNKNOWN_TENANT("MESH0316", "The tenant to render is not there"),
    IMPORT_NOT_FOUND("MESH0317", "There are no mesh documents at a place of the class path"),
    IMPORT_AMBIGUOUS("MESH0318", "A document stands on the class path more than once"),
    NOT_LISTED("MESH0319", "A kustomization that others own does not list what was rendered"),
    FILE_IN_THE_WAY("MESH0320", "A file stands where a new one would be written"),

    NOT_A_MANIFEST("MESH0401", "A document is no manifest"),
    UNKNOWN_FIELD("MESH0402", "A manifest has a field that its kind does not know"),
    INVALID_FIELD("MESH0403", "A field has a value that the API server refuses"),
    DUPLICATE_OBJECT("MESH0404", "An object stands twice"),
    NO_NAMESPACE("MESH0405", "An object does not say which namespace it is for"),
    NO_NAME("MESH0406", "An object has no name of its own"),
    NOT_UNDERSTOOD("MESH0407", "Something that could decide is not understood"),
    TOO_MANY_KINDS("MESH0408", "Not every kind of pod is told apart"),
    SCHEMA_VALUE("MESH0460", "A value is not what the API server takes"),
    SCHEMA_UNKNOWN_FIELD("MESH0461", "The definition of a kind does not know a field"),
    VERSION_NOT_SERVED("MESH0462", "A version of a kind is not served"),
    SCHEMA_RULE("MESH0463", "A rule of a definition does not hold"),
    SCHEMA_NOT_CHECKED("MESH0464", "Something of a definition was not checked"),
    TARGET_NOT_UNDERSTOOD("MESH0465", "A route names something that is not understood"),
    HOST_CLAIMED_TWICE("MESH0466", "Two Gateways claim one host with TLS"),
    MODE_LEFT_OUT("MESH0470", "A mode is left out where that means something"),
    SIDECARS_COMPETE("MESH0471", "Two Sidecars are for the same pods"),
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
