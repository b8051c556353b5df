package dev.tenantmesh.model.yaml;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Keys that people look for in a record and that it does not have, since what they would say is said elsewhere or never. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Elsewhere {

    /** The keys. */
    Key[] value();

    /** One of them. */
    @interface Key {

        /** As people write it; none of them is a component of the record. */
        String name();

        /** What to do instead, one sentence. */
        String instead();
    }
}
