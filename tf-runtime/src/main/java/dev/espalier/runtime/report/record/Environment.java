package dev.espalier.runtime.report.record;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.TensorFlow;

/** What a run depends on beside its settings. Names of machines and users are left out. */
final class Environment {
  private Environment() {}

  static Map<String, String> here() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(
        "Espalier",
        Optional.ofNullable(Environment.class.getPackage().getImplementationVersion())
            .orElse("not released"));
    values.put("TensorFlow", TensorFlow.version());
    values.put("Java", System.getProperty("java.vm.name") + " " + Runtime.version());
    values.put(
        "system",
        String.join(
            " ",
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch")));
    values.put("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
    values.put("heap", (Runtime.getRuntime().maxMemory() >> 20) + " MiB");
    return values;
  }
}
