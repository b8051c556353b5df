package dev.tenantmesh.model.yaml;

import dev.tenantmesh.model.problem.Origin;

/** Stands where something was written that is not allowed and has been reported, so that nobody reports it again. */
public record RefusedNode(Origin origin) implements Node {}
