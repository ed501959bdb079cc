package dev.espalier.benchmarks;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A network in the Open Neural Network Exchange format, being put together.
 *
 * <p>Source: {@code onnx.proto} of onnx/onnx, whose field numbers stand here.
 */
final class OnnxGraph {
  private static final int FLOAT = 1;
  private static final int INT32 = 6;
  private static final int INT64 = 7;
  private static final int IR_VERSION = 8;
  private static final int OPERATOR_SET = 17;
  private static final int INTEGER_ATTRIBUTE = 2;

  private final ProtoMessage graph = new ProtoMessage();
  private int constants;

  /** An input of floats: {@code [batch, width]}. */
  String floatInput(String name, int width) {
    graph.add(11, value(name, FLOAT, width));
    return name;
  }

  /** An input of whole numbers: {@code [batch, width]}. */
  String intInput(String name, int width) {
    graph.add(11, value(name, INT32, width));
    return name;
  }

  /** Names an output of floats: {@code [batch, width]}. */
  void output(String name, int width) {
    graph.add(12, value(name, FLOAT, width));
  }

  private static ProtoMessage value(String name, int type, int width) {
    ProtoMessage shape =
        new ProtoMessage()
            .add(1, new ProtoMessage().add(2, "batch"))
            .add(1, new ProtoMessage().add(1, width));
    ProtoMessage tensor = new ProtoMessage().add(1, type).add(2, shape);
    return new ProtoMessage().add(1, name).add(2, new ProtoMessage().add(1, tensor));
  }

  /** Floats that stay. */
  String constant(float[] values, int... shape) {
    byte[] raw = new byte[values.length * Float.BYTES];
    littleEndian(raw).asFloatBuffer().put(values);
    return constant(raw, FLOAT, shape);
  }

  /** Whole numbers that stay, to calculate with. */
  String constant(int[] values) {
    byte[] raw = new byte[values.length * Integer.BYTES];
    littleEndian(raw).asIntBuffer().put(values);
    return constant(raw, INT32, values.length);
  }

  /** Sizes and places, as operations take them. */
  String sizes(long... values) {
    byte[] raw = new byte[values.length * Long.BYTES];
    littleEndian(raw).asLongBuffer().put(values);
    return constant(raw, INT64, values.length);
  }

  private static ByteBuffer littleEndian(byte[] raw) {
    return ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
  }

  private String constant(byte[] raw, int type, int... shape) {
    String name = "constant" + constants++;
    ProtoMessage tensor = new ProtoMessage();
    for (int side : shape) {
      tensor.add(1, side);
    }
    graph.add(5, tensor.add(2, type).add(8, name).add(9, raw));
    return name;
  }

  /** Adds an operation and returns its value, which has its name. */
  String add(String operation, String name, String... inputs) {
    graph.add(1, node(operation, name, inputs));
    return name;
  }

  /** The same for an operation along an axis. */
  String addAlong(int axis, String operation, String name, List<String> inputs) {
    ProtoMessage attribute =
        new ProtoMessage().add(1, "axis").add(3, axis).add(20, INTEGER_ATTRIBUTE);
    graph.add(1, node(operation, name, inputs.toArray(String[]::new)).add(5, attribute));
    return name;
  }

  private static ProtoMessage node(String operation, String name, String... inputs) {
    ProtoMessage node = new ProtoMessage();
    for (String input : inputs) {
      node.add(1, input);
    }
    return node.add(2, name).add(3, name).add(4, operation);
  }

  /** The model, as a file holds it. */
  byte[] toByteArray() {
    graph.add(2, "network");
    return new ProtoMessage()
        .add(1, IR_VERSION)
        .add(8, new ProtoMessage().add(1, "").add(2, OPERATOR_SET))
        .add(7, graph)
        .toByteArray();
  }
}
