/** Annotated text: the sentences of treebanks. */
package dev.espalier.runtime.data.text;
