/** What people ask: who reaches whom, and why. Questions go in, answers as values come out; nothing here prints. */
@NullMarked
package dev.tenantmesh.verifier.question;

import org.jspecify.annotations.NullMarked;
