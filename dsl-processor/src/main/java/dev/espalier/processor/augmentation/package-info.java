/** What training does to features: one class or line and one line of registration for each. */
package dev.espalier.processor.augmentation;
