/**
 * What is known of a model once names are resolved, sharing is expanded and shapes are inferred.
 */
package dev.espalier.processor.plan;
