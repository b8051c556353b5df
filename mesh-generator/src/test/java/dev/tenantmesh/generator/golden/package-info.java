/**
 * Renders the folders under {@code src/test/resources/cases} and under {@code examples}, and holds the result against
 * what is committed beside them and against what must be true of every rendering.
 */
package dev.tenantmesh.generator.golden;
