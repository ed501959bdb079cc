/** A headless browser that tests look at pages in. */
package dev.espalier.runtime.report.browser;
