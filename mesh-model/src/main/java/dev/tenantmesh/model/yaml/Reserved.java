package dev.tenantmesh.model.yaml;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Keys the language keeps for later: refused with a message of their own, since nothing is accepted and ignored. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Reserved {

    /** The reserved keys of this record; none of them is one of its components. */
    String[] value();
}
