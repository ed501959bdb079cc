/** What a sharing scheme has learnt, to be looked at: tables, and pictures of them. */
package dev.espalier.runtime.sharing;
