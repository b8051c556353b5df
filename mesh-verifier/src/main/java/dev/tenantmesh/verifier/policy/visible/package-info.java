/**
 * What decides what proxies are told and what they send: Sidecars, VirtualServices, ServiceEntries, DestinationRules and
 * the marks of Services. It is configuration and keeps nobody out.
 */
@NullMarked
package dev.tenantmesh.verifier.policy.visible;

import org.jspecify.annotations.NullMarked;
