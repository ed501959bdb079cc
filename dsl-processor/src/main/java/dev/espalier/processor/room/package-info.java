/** What the rooms of all kinds have in common. */
package dev.espalier.processor.room;
