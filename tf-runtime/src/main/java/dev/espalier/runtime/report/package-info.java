/**
 * What shows how a run goes, each a listener: a bar and lines for a terminal; below, event files
 * for TensorBoard, and a page.
 */
package dev.espalier.runtime.report;
