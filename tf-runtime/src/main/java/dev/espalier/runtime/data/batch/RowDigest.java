package dev.espalier.runtime.data.batch;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.buffer.ByteDataBuffer;

/** Tells rows from others, by the bytes that networks are given of them. */
final class RowDigest {
  private static final int ROWS = 1024;
  private static final int CHUNK = 1 << 16;

  private RowDigest() {}

  static String of(EncodedRows rows) {
    MessageDigest digest = sha256();
    byte[] chunk = new byte[CHUNK];
    if (rows.size() > 0) {
      Batches batches = Batches.inOrder(rows, ROWS);
      for (int i = 0; i < batches.count(); i++) {
        try (Batch batch = batches.fill(i)) {
          batch.tensors().forEach(tensor -> add(digest, tensor, chunk));
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, Tensor tensor, byte[] chunk) {
    ByteDataBuffer bytes = tensor.asRawTensor().data();
    for (long at = 0; at < bytes.size(); at += chunk.length) {
      int count = (int) Math.min(chunk.length, bytes.size() - at);
      bytes.offset(at).read(chunk, 0, count);
      digest.update(chunk, 0, count);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
