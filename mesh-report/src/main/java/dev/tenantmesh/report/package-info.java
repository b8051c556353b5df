/**
 * What people read: answers of the verifier as text, as tables, as a picture and as JSON. Values go in, text comes out;
 * nothing is decided here.
 */
@NullMarked
package dev.tenantmesh.report;

import org.jspecify.annotations.NullMarked;
