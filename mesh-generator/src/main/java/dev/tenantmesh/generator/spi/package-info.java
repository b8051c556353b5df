/**
 * What others add: renderers and planners of their own, found by {@link java.util.ServiceLoader} beside this library. They
 * add; what is planned and printed here they can neither change nor replace.
 */
@NullMarked
package dev.tenantmesh.generator.spi;

import org.jspecify.annotations.NullMarked;
