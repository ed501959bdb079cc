/** What is said to settings outside their range, by all who have settings. */
package dev.espalier.runtime.range;
