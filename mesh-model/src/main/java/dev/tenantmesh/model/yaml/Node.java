package dev.tenantmesh.model.yaml;

import dev.tenantmesh.model.problem.Origin;

/** A node of a mesh document with the place it was written at. */
public sealed interface Node permits ScalarNode, ListNode, MappingNode, RefusedNode {

    /** The first character of the node; of a block mapping this is its first key. */
    Origin origin();
}
