/** What a report shows of a run: collected while it goes on, in bounded memory; data alone. */
package dev.espalier.runtime.report.record;
