/**
 * Models as folders that TensorFlow reads everywhere: a SavedModel whose signatures take what an
 * example holds, all preprocessing being part of the graph.
 *
 * <p>{@link dev.espalier.runtime.export.ModelExport} writes one. Each kind of feature has a class
 * that makes encoded values of what a client sends; together they stand in for the placeholders of
 * training, behind {@link dev.espalier.runtime.session.EncodedInputs}.
 */
package dev.espalier.runtime.export;
