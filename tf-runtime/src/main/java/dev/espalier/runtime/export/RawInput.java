package dev.espalier.runtime.export;

import org.tensorflow.Operand;

/** A feature as clients send it; what the network makes of it is the class's own matter. */
interface RawInput {

  /** What is fed; its first axis is the batch. */
  Operand<?> placeholder();

  /** What a client has to know. */
  InputDescription description();
}
