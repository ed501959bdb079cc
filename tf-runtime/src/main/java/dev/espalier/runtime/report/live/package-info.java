/** The page of a run served while it goes on, to this machine alone. */
package dev.espalier.runtime.report.live;
