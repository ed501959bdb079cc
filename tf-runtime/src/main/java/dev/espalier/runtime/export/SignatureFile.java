package dev.espalier.runtime.export;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;

/** What a client's author has to know of an exported model, as JSON. */
final class SignatureFile {
  private static final int VERSION = 1;

  private SignatureFile() {}

  /** The bytes of {@code assets.extra/signatures.json}. */
  static byte[] write(String model, ExportedGraph graph) throws IOException {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("format", "espalier-signatures");
    tree.put("version", VERSION);
    tree.put("model", model);
    Map<String, Object> inputs = new LinkedHashMap<>();
    graph.inputs().forEach((name, input) -> inputs.put(name, input(input)));
    tree.put("inputs", inputs);
    Map<String, Object> outputs = new LinkedHashMap<>();
    graph
        .signatures()
        .get(ExportedGraph.ALL)
        .outputs()
        .forEach(output -> outputs.put(output.name(), output(output)));
    tree.put("outputs", outputs);
    Map<String, Object> signatures = new LinkedHashMap<>();
    graph.signatures().forEach((name, signature) -> signatures.put(name, signature(signature)));
    tree.put("signatures", signatures);
    return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asBytes(tree);
  }

  private static Map<String, Object> typed(Operand<?> value) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("type", value.asOutput().dataType().name());
    tree.put("shape", shape(value.asOutput().shape()));
    return tree;
  }

  private static List<Long> shape(Shape shape) {
    return java.util.Arrays.stream(shape.asArray()).boxed().toList();
  }

  private static Map<String, Object> input(RawInput input) {
    Map<String, Object> tree = typed(input.placeholder());
    tree.put("holds", input.description().holds());
    tree.putAll(input.description().markers());
    return tree;
  }

  private static Map<String, Object> output(TaskOutputs.Named output) {
    Map<String, Object> tree = typed(output.value());
    tree.put("holds", output.holds());
    if (!output.classes().isEmpty()) {
      tree.put("classes", output.classes());
    }
    return tree;
  }

  private static Map<String, Object> signature(ExportedGraph.Signature signature) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("inputs", signature.inputs());
    tree.put("outputs", signature.outputs().stream().map(TaskOutputs.Named::name).toList());
    return tree;
  }
}
