package dev.tenantmesh.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says which syntax a component of the input language has; it holds for each item of a list and each key of a map. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Syntax {

    /** The syntax. */
    Of value();

    /** The syntaxes; {@code check} decides what each accepts. */
    enum Of {
        /** RFC 1123 label: at most 63 of {@code a-z 0-9 -}, a letter or digit at both ends. */
        LABEL,
        /** RFC 1123 subdomain: labels joined by dots, at most 253 characters. */
        SUBDOMAIN,
        /** RFC 1035 label, as Service names are: like a label, beginning with a letter. */
        SERVICE,
        /** IANA service name, as port names are: at most 15 characters, at least one letter. */
        PORT_NAME,
        /** A label, or the beginning of one and {@code *}. */
        NAMESPACE_PATTERN,
        /** A fully qualified host name. */
        HOST,
        /** A fully qualified host name outside the cluster. */
        EXTERNAL_HOST,
        /** A host name, or {@code *.} and one. */
        HOST_PATTERN,
        /** A canonical CIDR of IPv4 or IPv6, without host bits. */
        CIDR,
        /** 1 to 65535. */
        PORT,
        /** Kubernetes label keys and values. */
        LABELS,
        /** Kubernetes annotation keys, and one line of text. */
        ANNOTATIONS,
        /** An absolute path. */
        PATH,
        /** {@code namespace/name} or {@code name}, each a label. */
        SCOPED_NAME,
        /** PEM of one certificate or several, and of nothing else. */
        CERTIFICATES,
        /** Cores, or thousandths of one with {@code m}. */
        CPU,
        /** Bytes, with a binary or decimal suffix. */
        MEMORY,
        /** Major and minor number. */
        VERSION
    }
}
