/** What training does to features, drawn anew for each row in each epoch; one class for each. */
package dev.espalier.runtime.data.augment;
