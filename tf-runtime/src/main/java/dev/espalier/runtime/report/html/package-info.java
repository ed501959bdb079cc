/**
 * A record drawn as one page that needs nothing else: styles, scripts, the charting library and the
 * data are in it.
 */
package dev.espalier.runtime.report.html;
