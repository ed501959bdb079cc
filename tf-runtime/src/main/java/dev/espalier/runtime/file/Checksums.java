package dev.espalier.runtime.file;

import java.util.zip.CRC32C;

/** The checksums that TensorFlow writes: CRC-32C, masked. */
final class Checksums {
  private static final int MASK_DELTA = 0xa282ead8;

  private Checksums() {}

  /** Whether bytes have a masked checksum. */
  static boolean fits(byte[] bytes, int masked) {
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    int plain = (int) sum.getValue();
    return Integer.rotateRight(plain, 15) + MASK_DELTA == masked;
  }
}
