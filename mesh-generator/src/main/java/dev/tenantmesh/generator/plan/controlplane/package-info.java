/** What carries the settings that isolation rests on: control planes and membership. */
@NullMarked
package dev.tenantmesh.generator.plan.controlplane;

import org.jspecify.annotations.NullMarked;
