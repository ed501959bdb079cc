package dev.espalier.runtime.step;

import dev.espalier.runtime.optimize.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.RewriterConfig;
import org.tensorflow.proto.RewriterConfig.Toggle;

/** What TensorFlow is told of a session. */
final class SessionConfig {
  private static final Logger LOG = LoggerFactory.getLogger(SessionConfig.class);

  /** Where Linux says what a processor can do. */
  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

  private SessionConfig() {}

  static ConfigProto of(SessionOptions options) {
    ConfigProto.Builder config =
        ConfigProto.newBuilder()
            .setIntraOpParallelismThreads(options.threads())
            .setInterOpParallelismThreads(options.threads());
    if (options.precision() != Precision.FLOAT32) {
      config.setGraphOptions(
          GraphOptions.newBuilder().setRewriteOptions(rewriting(options.precision())));
    }
    return config.build();
  }

  private static RewriterConfig rewriting(Precision precision) {
    if (precision == Precision.FLOAT16) {
      return RewriterConfig.newBuilder().setAutoMixedPrecision(Toggle.ON).build();
    }
    if (lacksBfloat16()) {
      LOG.warn(
          "This processor has no instructions for bfloat16 (avx512_bf16 or amx_bf16): steps are right, and not faster.");
    }
    return RewriterConfig.newBuilder().setAutoMixedPrecisionOnednnBfloat16(Toggle.ON).build();
  }

  /** Whether the processor is known to have none; other systems than Linux don't tell. */
  private static boolean lacksBfloat16() {
    try {
      List<String> lines = Files.exists(PROCESSOR) ? Files.readAllLines(PROCESSOR) : List.of();
      return lines.stream()
          .filter(line -> line.startsWith("flags") || line.startsWith("Features"))
          .findFirst()
          .map(flags -> !flags.contains("bf16"))
          .orElse(false);
    } catch (IOException e) {
      LOG.debug("Can't read {}", PROCESSOR, e);
      return false;
    }
  }
}
