package dev.espalier.samples.data;

import java.net.URI;

/**
 * Where a data set comes from.
 *
 * @param title what it is called
 * @param address the archive that is downloaded
 * @param megabytes about how large the archive is; not every server tells
 * @param licence what may be done with it
 * @param citation whom to name in a publication
 * @param byHand how to make the file without this program, as sentences
 */
public record Source(
    String title, URI address, int megabytes, String licence, String citation, String byHand) {}
