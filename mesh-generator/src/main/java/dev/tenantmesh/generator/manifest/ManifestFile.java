package dev.tenantmesh.generator.manifest;

/**
 * One file as it will be written.
 *
 * @param path below the output folder, separated by {@code /}
 * @param text ends in exactly one {@code \n}
 */
public record ManifestFile(String path, String text) {}
