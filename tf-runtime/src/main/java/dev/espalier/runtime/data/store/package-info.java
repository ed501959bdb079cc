/**
 * Where many numbers lie: columns that grow row by row, in memory or in a file, and the arrays that
 * they become. Nothing here knows what the numbers mean.
 */
package dev.espalier.runtime.data.store;
