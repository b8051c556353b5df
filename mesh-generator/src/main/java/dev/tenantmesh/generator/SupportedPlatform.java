package dev.tenantmesh.generator;

import dev.tenantmesh.generator.platform.PlatformProfile;
import dev.tenantmesh.generator.render.Renderer;
import java.util.List;

/**
 * One version of one product.
 *
 * @param profile what it can do and what it calls things; planners read it, renderers never do
 * @param renderers what prints its kinds
 */
public record SupportedPlatform(PlatformProfile profile, List<Renderer> renderers) {}
