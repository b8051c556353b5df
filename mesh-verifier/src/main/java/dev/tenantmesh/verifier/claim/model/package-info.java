/**
 * What a model promises, as claims. Who may reach whom is computed here anew from the documents, so that a mistake of the
 * generator is no mistake here.
 */
@NullMarked
package dev.tenantmesh.verifier.claim.model;

import org.jspecify.annotations.NullMarked;
